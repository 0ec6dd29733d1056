using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Tests.Capacity;

public sealed class MemoryModelFitTests
{
    [Fact]
    public void A_quantised_32b_model_with_24576_tokens_does_not_fit_one_24_gb_card()
    {
        var estimate = MemoryModel.Estimate(Servers.Of("Qwen/Qwen3-32B-AWQ", "rtx4090", "0.27.1", share: 0.92, context: 24576));
        Assert.False(estimate.Fits);
        Assert.Matches(@"^KV cache of one request of 24576 tokens, 6\.00 GiB, exceeds KV memory \d\.\d\d GiB by \d\.\d\d GiB\.$", estimate.Reason);
        Assert.InRange(estimate.LargestContext, 4096, 20480);
        Assert.True(MemoryModel.Estimate(Servers.Of("Qwen/Qwen3-32B-AWQ", "rtx4090", "0.27.1", share: 0.92, context: estimate.LargestContext)).Fits);
        Assert.False(MemoryModel.Estimate(Servers.Of("Qwen/Qwen3-32B-AWQ", "rtx4090", "0.27.1", share: 0.92, context: estimate.LargestContext + 16)).Fits);
    }

    [Fact]
    public void Two_cards_hold_it()
    {
        var estimate = MemoryModel.Estimate(Servers.Of("Qwen/Qwen3-32B-AWQ", "a10", "0.27.1", gpus: 2, share: 0.92, context: 24576));
        Assert.True(estimate.Fits);
        Assert.Equal(estimate.AvailableKvGiB - 3.0, estimate.HeadroomGiB, 3);
    }

    [Fact]
    public void Names_the_largest_term_when_weights_alone_exceed_the_budget()
    {
        var estimate = MemoryModel.Estimate(Servers.Of("Qwen/Qwen2.5-14B-Instruct", "l4", share: 0.9));
        Assert.StartsWith("weights and working memory ", estimate.Reason, StringComparison.Ordinal);
        Assert.Contains("(largest: weights 27.5", estimate.Reason, StringComparison.Ordinal);
        Assert.Equal((0L, 0L, 0.0, 0), (estimate.Blocks, estimate.KvTokens, estimate.MaxConcurrency, estimate.LargestContext));
    }

    [Fact]
    public void More_than_is_free_at_start_is_refused_by_v1_only()
    {
        var input = Servers.Of("Qwen/Qwen2.5-0.5B-Instruct", "rtx4090", share: 0.9) with { FreeAtStartGiB = 20 };
        Assert.Equal("requested memory 21.18 GiB (0.9 of 23.54) exceeds free memory at start 20.00 GiB by 1.18 GiB.", MemoryModel.Estimate(input).Reason);
        Assert.True(MemoryModel.Estimate(input with { Version = new VllmVersion(0, 6, 6) }).Fits);
    }

    [Fact]
    public void Graphs_outside_the_budget_must_still_fit_the_card()
    {
        var input = Servers.Of("Qwen/Qwen3-32B-AWQ", "rtx4090", "0.19.0", share: 0.98, context: 2048);
        Assert.StartsWith("requested memory with CUDA graphs ", MemoryModel.Estimate(input).Reason, StringComparison.Ordinal);
        Assert.True(MemoryModel.Estimate(input with { EnforceEager = true }).Fits);
        Assert.True(MemoryModel.Estimate(input with { GpuMemoryUtilization = 0.92 }).Fits);
    }

    [Fact]
    public void Rejects_every_impossible_input_at_once()
    {
        var input = Servers.Of("Qwen/Qwen2.5-7B-Instruct", "t4", gpus: 8, share: 1.5, context: 40000) with
        {
            Dtype = ElementType.Bf16,
            KvCacheDtype = ElementType.Fp8,
            MaxNumSeqs = 300,
            MaxNumBatchedTokens = 200,
            TotalGiB = -1,
        };
        Assert.Equal(
            [
                "CB3004: pool.tensorParallelSize is 8; allowed: divisors of the 28 attention heads: 1, 2, 4, 7, 14. Change it.",
                "CB3003: pool.gpuMemoryUtilization is 1.5; allowed: above 0 and at most 1. Change it.",
                "CB3005: pool.maxModelLen is 40000; allowed: 1 to 32768, the longest context of the model. Change it.",
                "CB3003: pool.maxNumSeqs is 300; allowed: at most maxNumBatchedTokens, 200. Change it.",
                "CB3003: pool.totalGiB is -1; allowed: above 0. Change it.",
                "CB3006: pool.dtype is bfloat16; allowed: auto, float16 or float32 on t4, whose compute capability is below 8.0. Change it.",
                "CB3006: pool.kvCacheDtype is fp8; allowed: auto on t4, whose compute capability is below 8.0. Change it.",
            ],
            MemoryModelRules.Check(input, "pool", "Change it.").Select(diagnostic => diagnostic.ToString()));
        Assert.Throws<DiagnosticException>(() => MemoryModel.Estimate(input));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.1)]
    public void Accepts_shares_up_to_all(double share) =>
        Assert.Empty(MemoryModelRules.Check(Servers.Of("Qwen/Qwen2.5-7B-Instruct", "h100", share: share), "pool", "Change it."));

    [Fact]
    public void Accepts_a_context_beyond_the_configuration_when_it_is_allowed() =>
        Assert.Empty(MemoryModelRules.Check(Servers.Of("Qwen/Qwen2.5-7B-Instruct", "h100", context: 131072) with { AllowLongContext = true }, "pool", "Change it."));
}
