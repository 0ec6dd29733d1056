using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;

namespace Clawdbot.Infra.Tests.Capacity.Planning;

public sealed class SpeedModelTests
{
    private static SpeedModelInput Server { get; } = new()
    {
        Model = ModelCatalog.Require("Qwen/Qwen2.5-7B-Instruct", "test").Entry.Architecture,
        Gpu = GpuCatalog.Find("a10g")!,
        Format = WeightFormat.Unquantized,
        TensorParallelSize = 1,
        WeightsGiB = 14.25,
        KvBytesPerToken = 57344,
        Requests = 1,
        PromptTokens = 1024,
        AnswerTokens = 128,
        MaxNumBatchedTokens = 2048,
        EnforceEager = false,
    };

    [Fact]
    public void One_request_decodes_at_the_speed_of_reading_the_weights()
    {
        // 14.25 GiB less the input embedding of 152064 x 3584 x 2 B, and the cache of 1088 tokens, at 0.75 x 600 GB/s; launch 1 ms + 28 x 20 us.
        var expected = ((14.25 * 1073741824) - (2.0 * 152064 * 3584) + (1088 * 57344)) / 450e9 + 1e-3 + (28 * 20e-6);
        Assert.Equal(expected, Term(Server, "decodeStep"), 9);
    }

    [Fact]
    public void A_long_prompt_takes_as_long_as_its_multiplications()
    {
        var parameters = 7_615_616_512 - (152064.0 * 3584);
        var operations = (2 * parameters * 1024) + (4.0 * 1024 * 512 * 28 * 128 * 28);
        Assert.Equal((operations / (0.5 * 70e12)) + 1e-3 + (28 * 20e-6), SpeedModel.Prefill(Server), 9);
    }

    [Fact]
    public void Cached_tokens_cost_attention_only() =>
        Assert.InRange(SpeedModel.Prefill(Server with { CachedTokens = 1024 }) / SpeedModel.Prefill(Server), 1.0001, 1.2);

    [Fact]
    public void More_requests_raise_throughput_and_lower_each_one_s_speed()
    {
        var one = SpeedModel.Estimate(Server);
        var many = SpeedModel.Estimate(Server with { Requests = 16 });
        Assert.True(many.TokensPerSecond > 2 * one.TokensPerSecond);
        Assert.True(many.SecondsPerToken > one.SecondsPerToken);
    }

    [Theory]
    [InlineData(WeightFormat.Fp8, "h100", 0.45, 0.62)]
    [InlineData(WeightFormat.Fp8, "a100-80", 0.99, 1.01)]
    [InlineData(WeightFormat.Awq, "a100-80", 1.1, 1.2)]
    [InlineData(WeightFormat.W8A8, "a100-80", 0.45, 0.62)]
    public void Eight_bits_multiply_faster_only_where_the_card_can(WeightFormat format, string sku, double least, double most)
    {
        var server = Server with { Gpu = GpuCatalog.Find(sku)!, PromptTokens = 8192, MaxNumBatchedTokens = 8192 };
        Assert.InRange(SpeedModel.Prefill(server with { Format = format }) / SpeedModel.Prefill(server), least, most);
    }

    [Fact]
    public void Two_cards_lose_more_over_pcie_than_over_nvlink()
    {
        var pcie = SpeedModel.Estimate(Server with { TensorParallelSize = 2, WeightsGiB = 7.2, KvBytesPerToken = 28672 });
        var nvlink = SpeedModel.Estimate(Server with { TensorParallelSize = 2, WeightsGiB = 7.2, KvBytesPerToken = 28672, Gpu = Server.Gpu with { NvLinkGBps = new(600, "test", false) } });
        Assert.True(pcie.ParallelEfficiency < nvlink.ParallelEfficiency);
        Assert.EndsWith("56 all-reduces in a step over PCIe", pcie.ParallelReason, StringComparison.Ordinal);
        Assert.EndsWith("56 all-reduces in a step over NVLink at 600 GB/s", nvlink.ParallelReason, StringComparison.Ordinal);
        Assert.Equal((1, "one card, nothing to exchange"), (SpeedModel.Estimate(Server).ParallelEfficiency, SpeedModel.Estimate(Server).ParallelReason));
    }

    [Fact]
    public void A_mixture_reads_the_experts_that_a_batch_chose()
    {
        var moe = Server with { Model = ModelCatalog.All.First(entry => entry.Architecture.Moe is { Experts: >= 64 }).Architecture, WeightsGiB = 60, Gpu = GpuCatalog.Find("h100")! };
        Assert.True(Term(moe with { Requests = 64 }, "decodeStep") > 2 * Term(moe, "decodeStep"));
    }

    [Fact]
    public void Without_graphs_each_step_waits_for_its_launches() =>
        Assert.Equal(28 * 80e-6, Term(Server with { EnforceEager = true }, "decodeStep") - Term(Server, "decodeStep"), 9);

    private static double Term(SpeedModelInput input, string name) => SpeedModel.Estimate(input).Terms.Single(term => term.Name == name).Seconds;
}
