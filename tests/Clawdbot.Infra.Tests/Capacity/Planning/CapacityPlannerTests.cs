using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Tests.Capacity.Planning;

public sealed class CapacityPlannerTests
{
    [Fact]
    public void Every_flag_of_a_plan_has_its_reason()
    {
        var plan = CapacityPlanner.Plan(Requests.Of("Qwen/Qwen3-32B", "h100", 8, Requests.Chat(32768, 72, 4096, answerMilliseconds: 2800), replicas: 3));
        Assert.Equal(
            [
                "--served-model-name=Qwen/Qwen3-32B | the name that clients ask for",
                "--host=0.0.0.0 | probes and clients come from outside of the pod; the network policy decides who",
                "--port=8000 | the port that services and network policies name",
                "--max-model-len=32768 | the goal's context; one request of that length takes 4.00 GiB of KV cache on each GPU",
                "--gpu-memory-utilization=0.85 | at most 85 % of the card, as the production checklist asks; the rest holds what vLLM does not count",
                "--max-num-seqs=64 | 72 concurrent requests over 3 servers, one of them perhaps being replaced: start at 64",
                "--max-num-batched-tokens=4096 | the starting point for 64 sequences; its activations take 0.47 GiB",
                "--tensor-parallel-size=2 | the fewest h100 cards that hold the model, 30.59 GiB of weights on each; 94 % of 2 separate cards: 128 all-reduces in a step over NVLink at 900 GB/s",
                "--dtype=auto | the checkpoint's own 16-bit type",
                "--enable-prefix-caching | a chat sends its history again with each message",
                "--safetensors-load-strategy=prefetch | a network file system is slow at the small reads of mapped files, so they are read ahead in large ones",
                "--enable-auto-tool-choice | the format of tool calls of Qwen3ForCausalLM",
                "--tool-call-parser=hermes | the format of tool calls of Qwen3ForCausalLM",
                "--shutdown-timeout=300 | the longest answer after a typical prompt, at 28 ms per token, within 30 to 300 s",
                "--disable-access-log-for-endpoints=/health,/metrics | probes and scrapes every few seconds would bury everything else in the log",
            ],
            plan.Flags.Select(flag => $"{flag} | {flag.Reason}"));
        Assert.Equal(VllmFlags.Build("", plan.Vllm, plan.DrainSeconds).Skip(1), plan.Flags.Select(flag => flag.ToString()));
    }

    [Fact]
    public void Latency_targets_buy_more_gpus_than_memory_needs()
    {
        var goal = Requests.Chat(8192, 150);
        Assert.Equal(1, CapacityPlanner.Plan(Requests.Of("Qwen/Qwen2.5-14B-Instruct", "a100-80", 8, goal, 3)).GpusPerReplica);
        var fast = CapacityPlanner.Plan(Requests.Of("Qwen/Qwen2.5-14B-Instruct", "a100-80", 8, goal with { AnswerMilliseconds = 2800 }, 3));
        Assert.Equal((2, 128, 8192), (fast.GpusPerReplica, fast.Vllm.MaxNumSeqs, fast.Vllm.MaxNumBatchedTokens));
        Assert.StartsWith("1 would do for the memory, but answer in 4.7 s", fast.Flags.Single(flag => flag.Flag == "--tensor-parallel-size").Reason, StringComparison.Ordinal);
        Assert.Empty(fast.Warnings);
    }

    [Fact]
    public void A_target_that_no_number_of_gpus_reaches_is_a_warning_and_costs_nothing()
    {
        var plan = CapacityPlanner.Plan(Requests.Of("Qwen/Qwen2.5-7B-Instruct", "a10g", 1, Requests.Chat(8192, 40, answerMilliseconds: 100), 4));
        Assert.Equal(1, plan.GpusPerReplica);
        Assert.Equal(["the answer is expected after 4.2 s for 95 of 100 requests, the goal is 0.1 s."], plan.Warnings.AsEnumerable());
    }

    [Fact]
    public void The_batch_shrinks_to_what_the_cache_holds_at_typical_lengths()
    {
        var plan = CapacityPlanner.Plan(Requests.Of("Qwen/Qwen2.5-7B-Instruct", "a10g", 1, Requests.Chat(8192, 64, history: 4096), 1));
        Assert.True(plan.Vllm.MaxNumSeqs * 4288L <= plan.Memory.KvTokens);
        Assert.Equal($"64 concurrent requests over 1 server: start at 64; the KV cache holds {plan.Vllm.MaxNumSeqs} of 4288 tokens", plan.Flags.Single(flag => flag.Flag == "--max-num-seqs").Reason);
        Assert.Equal([$"1 replicas hold {plan.Vllm.MaxNumSeqs} of 64 concurrent requests of 4288 tokens; the others wait. Raise replicas or lower goal.concurrentRequests."], plan.Warnings.AsEnumerable());
    }

    [Fact]
    public void Replicas_follow_from_the_concurrency_when_nobody_sets_them()
    {
        var plan = CapacityPlanner.Plan(Requests.Of("Qwen/Qwen2.5-7B-Instruct", "a10g", 1, Requests.Chat(8192, 500)));
        Assert.Equal((500 + plan.Vllm.MaxNumSeqs - 1) / plan.Vllm.MaxNumSeqs, plan.Replicas);
        Assert.Empty(plan.Warnings);
    }

    [Theory]
    [InlineData("rtx4060", true)]
    [InlineData("rtx4070", true)]
    [InlineData("t4", false)]
    [InlineData("a10", false)]
    public void Cuda_graphs_are_off_on_small_desktop_cards_only(string sku, bool eager) =>
        Assert.Equal(eager, CapacityPlanner.Plan(Requests.Of("Qwen/Qwen2.5-0.5B-Instruct", sku, 1, Requests.Chat(8192, 8))).Vllm.EnforceEager);

    [Theory]
    [InlineData("t4", "half")]
    [InlineData("l4", "auto")]
    public void The_number_type_follows_the_card(string sku, string dtype) =>
        Assert.Equal(dtype, CapacityPlanner.Plan(Requests.Of("Qwen/Qwen2.5-0.5B-Instruct", sku, 1, Requests.Chat(8192, 8))).Vllm.Dtype);

    [Fact]
    public void An_explicit_flag_wins_and_goes_through_the_same_arithmetic()
    {
        var request = Requests.Of("Qwen/Qwen2.5-7B-Instruct", "a10g", 1, Requests.Chat(8192, 16), 1);
        var plan = CapacityPlanner.Plan(request with { Overrides = new VllmOverrides { GpuMemoryUtilization = 0.5, KvCacheDtype = "fp8", PrefixCaching = false } });
        Assert.Equal("weights and working memory 14.79 GiB (largest: weights 14.25) exceeds requested memory 11.03 GiB by 3.76 GiB.", plan.Refusal);
        Assert.Contains(plan.Flags, flag => flag is { Flag: "--kv-cache-dtype", Value: "fp8", Reason: "set by hand, checked by the same arithmetic" });
        Assert.Contains(plan.Proposals, proposal => proposal.Kind == ProposalKind.Utilization);
    }

    [Theory]
    [InlineData("a10", "5.90")]
    [InlineData("a10g", "5.90")]
    [InlineData("rtx4090", "4.65")]
    public void The_recipe_for_one_24_gb_card_is_refused_with_numbers_and_proposals_that_fit(string sku, string excess)
    {
        var plan = CapacityPlanner.Plan(Requests.TooMuchForOneCard(sku));
        Assert.False(plan.Fits);
        Assert.StartsWith("KV cache of one request of 24576 tokens, 6.00 GiB, exceeds KV memory ", plan.Refusal, StringComparison.Ordinal);
        Assert.EndsWith($" by {excess} GiB.", plan.Refusal, StringComparison.Ordinal);
        Assert.Contains(plan.Proposals, proposal => proposal.Kind == ProposalKind.MoreGpus && proposal.Change.StartsWith($"2 {sku} cards", StringComparison.Ordinal));
        Assert.Contains(plan.Proposals, proposal => proposal is { Kind: ProposalKind.AnotherGpu, Change: "1 x l40s for each server", PricePerHour: 1.861 });
        Assert.Contains(plan.Proposals, proposal => proposal.Kind == ProposalKind.SmallerModel);
    }

    [Fact]
    public void More_memory_is_proposed_within_the_checklist_first()
    {
        var request = Requests.Of("Qwen/Qwen3-32B-AWQ", "a10", 2, Requests.Chat(24576, 8, 4096, 256));
        var plan = CapacityPlanner.Plan(request with { Overrides = new VllmOverrides { GpuMemoryUtilization = 0.5, TensorParallelSize = 2 } });
        Assert.False(plan.Fits);
        Assert.Equal(
            "0.85 of the GPU memory (gpuMemoryUtilization)",
            Assert.Single(plan.Proposals, proposal => proposal.Kind == ProposalKind.Utilization).Change);
    }

    [Fact]
    public void Proposals_are_ranked_by_price()
    {
        var plan = CapacityPlanner.Plan(Requests.TooMuchForOneCard("a10g"));
        Assert.Equal(
            [
                "the smaller model Qwen/Qwen3-4B ($1.01/h)",
                "1 x l40s for each server ($1.86/h)",
                "2 x l4 for each server ($2.30/h)",
                "2 a10g cards for each server (tensorParallelSize: 2), on nodes with 2 (these have 1) ($2.84/h)",
            ],
            plan.Proposals.Select(proposal => proposal.ToString()));
    }

    [Fact]
    public void A_proposed_context_or_cache_format_fits_when_it_is_taken()
    {
        var request = Requests.TooMuchForOneCard("rtx4090");
        Assert.Contains(CapacityPlanner.Plan(request).Proposals, proposal => proposal is { Kind: ProposalKind.ShorterContext, Change: "a context of 5120 tokens instead of 24576" });
        Assert.True(CapacityPlanner.Plan(request with { Goal = request.Goal with { ContextTokens = 5120 } }).Fits);
        Assert.Contains(CapacityPlanner.Plan(request).Proposals, proposal => proposal is { Kind: ProposalKind.Fp8CacheAndShorterContext, Change: "the KV cache in FP8 and a context of 10240 tokens" });
        Assert.True(CapacityPlanner.Plan(request with { Goal = request.Goal with { ContextTokens = 10240 }, Overrides = new VllmOverrides { KvCacheDtype = "fp8" } }).Fits);
    }

    [Fact]
    public void A_price_of_the_settings_replaces_the_catalogue()
    {
        var request = Requests.Of("Qwen/Qwen3-32B-AWQ", "a10", 2, Requests.Chat(24576, 8, 4096), 3);
        Assert.Null(CapacityPlanner.Plan(request).PricePerHour);
        var plan = CapacityPlanner.Plan(request with { Prices = new GpuPrices(GpuPrices.Catalog.PerGpuHour.Add("a10", 0.4)) });
        Assert.Equal(2.4, plan.PricePerHour!.Value, 6);
        Assert.Equal(2.4 / (plan.TokensPerSecond * 3600) * 1e6, plan.PricePerMillionTokens!.Value, 6);
    }

    [Fact]
    public void A_release_without_a_needed_flag_is_refused_by_name()
    {
        var request = Requests.Of("Qwen/Qwen2.5-7B-Instruct", "a10g", 1, Requests.Chat(8192, 16)) with { Version = new VllmVersion(0, 17, 1) };
        Assert.Equal(
            "CB3012: CapacityRequest.vllm.version is 0.17.1; allowed: releases with --shutdown-timeout, which this configuration needs. It exists since vLLM 0.18.0; pin that release or a newer one. Change the request.",
            Assert.Throws<DiagnosticException>(() => CapacityPlanner.Plan(request)).Message);
        Assert.True(CapacityPlanner.Plan(request with { Version = new VllmVersion(0, 18) }).Fits);
    }
}
