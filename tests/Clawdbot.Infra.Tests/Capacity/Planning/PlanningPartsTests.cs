using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Capacity.Planning;

public sealed class PlanningPartsTests
{
    [Theory]
    [InlineData(1, 14.2, true, 6, 23, 0)]
    [InlineData(1, 14.2, false, 6, 12, 0)]
    [InlineData(2, 61.2, true, 8, 80, 2)]
    public void A_pod_holds_its_processes_and_the_page_cache(int gpus, double checkpoint, bool prefetch, int cpu, int memory, int shared)
    {
        var size = PodSize.For(gpus, checkpoint, prefetch);
        Assert.Equal((cpu, memory, shared), (size.Cpu, size.MemoryGiB, size.SharedMemoryGiB));
    }

    [Theory]
    [InlineData("Qwen/Qwen2.5-7B-Instruct", "1 2 4")]
    [InlineData("Qwen/Qwen2.5-0.5B-Instruct", "1 2")]
    [InlineData("Qwen/Qwen3-32B-AWQ", "1 2 4 8")]
    public void Sizes_are_those_that_vllm_accepts(string id, string sizes)
    {
        var match = ModelCatalog.Require(id, "test");
        Assert.Equal(sizes, string.Join(' ', ParallelSizes.Valid(match.Entry.Architecture, match.Format, 8)));
    }

    [Fact]
    public void A_quantisation_group_is_never_cut()
    {
        var model = ModelCatalog.Require("Qwen/Qwen2.5-7B-Instruct", "test").Entry.Architecture with { IntermediateSize = 128 * 3 };
        Assert.Null(ParallelSizes.WhyInvalid(model, WeightFormat.Unquantized, 2));
        Assert.Equal("a part of the feed-forward width 384 would cut a quantisation group of 128", ParallelSizes.WhyInvalid(model, WeightFormat.Awq, 2));
    }

    [Theory]
    [InlineData("Qwen/Qwen3-32B", "Qwen3ForCausalLM", "hermes")]
    [InlineData("meta-llama/Llama-3.1-8B-Instruct", "LlamaForCausalLM", "llama3_json")]
    [InlineData("codellama/CodeLlama-7b-hf", "LlamaForCausalLM", null)]
    public void The_tool_parser_follows_the_family(string id, string className, string? parser) => Assert.Equal(parser, ToolCallParsers.For(id, className));

    [Fact]
    public void Every_parser_that_is_chosen_is_one_that_the_rules_know() =>
        Assert.All(ModelCatalog.All, entry => Assert.Contains(ToolCallParsers.For(entry.Id, entry.Architecture.ClassName) ?? "hermes", VllmDefaults.ToolCallParsers));

    [Theory]
    [InlineData("a10g", 1, 1.006)]
    [InlineData("a10g", 2, 2.836)]
    [InlineData("h100", 8, 55.04)]
    [InlineData("a10", 1, null)]
    public void The_cheapest_machine_that_has_the_cards_sets_the_price(string sku, int gpus, double? price) =>
        Assert.Equal(price, GpuPrices.Catalog.PerHour(sku, gpus));

    [Fact]
    public void Accepts_a_budget_that_the_pools_answer() => Assert.Empty(new AssistantBudget(8, 16).Check(136, "A", "Change it."));

    [Fact]
    public void Rejects_a_budget_that_the_pools_cannot_answer() =>
        Assert.Equal(
            ["CB3013: A.maxConcurrent is 8, so that 8 conversations x (1 + 16 subagents) = 136 requests at once; the pools answer 135; allowed: maxConcurrent x (1 + subagents) up to 135, the sum of maxNumSeqs over all servers. The rest would wait in vLLM's queue, where no priority applies. Change it."],
            new AssistantBudget(8, 16).Check(135, "A", "Change it.").Lines());

    [Theory]
    [InlineData("--shutdown-timeout", 17, "It exists since vLLM 0.18.0; pin that release or a newer one.")]
    [InlineData("--shutdown-timeout", 18, null)]
    [InlineData("--swap-space", 17, null)]
    [InlineData("--swap-space", 18, "It was removed in vLLM 0.18.0; --kv-offloading-size keeps KV cache in host memory.")]
    [InlineData("--batch-max-tokens", 6, "It never existed; the option is --max-num-batched-tokens.")]
    [InlineData("--seed", 33, null)]
    public void A_flag_exists_between_two_releases(string flag, int minor, string? why) => Assert.Equal(why, VllmFlagCatalog.WhyMissing(flag, new VllmVersion(0, minor)));
}
