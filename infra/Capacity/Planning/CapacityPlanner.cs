using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>
/// Finds the flags under which a model serves a goal on a card: the fewest GPUs that hold it and meet the latency targets, the largest
/// batch that the goal needs and the cache holds. Nothing that costs quality or context is changed silently; that is proposed instead.
/// </summary>
public static class CapacityPlanner
{
    /// <summary>Plans a pool.</summary>
    /// <param name="request">The question.</param>
    /// <returns>A plan that <see cref="CapacityPlan.Fits"/>, or one with a refusal and proposals.</returns>
    /// <exception cref="DiagnosticException">The question is impossible: <see cref="CapacityRequestRules"/>.</exception>
    public static CapacityPlan Plan(CapacityRequest request)
    {
        DiagnosticException.ThrowIfAny(CapacityRequestRules.Check(request, "CapacityRequest", "Change the request."));
        var plan = Search(request);
        return plan.Fits ? plan : plan with { Proposals = CapacityProposals.For(plan) };
    }

    /// <summary>The plan of a sound request, without the proposals of a refusal, which cost many times as much.</summary>
    /// <param name="request">A question in which <see cref="CapacityRequestRules"/> finds nothing.</param>
    public static CapacityPlan Search(CapacityRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Candidate? fallback = null;
        Candidate? first = null;
        foreach (var gpus in Sizes(request))
        {
            var candidate = Fit(request, gpus);
            fallback = candidate;
            if (!candidate.Memory.Fits)
                continue;
            first ??= candidate;
            if (MeetsTargets(request.Goal, candidate.Speed))
                return Complete(request, candidate, first);
        }
        return Complete(request, first ?? fallback!, first);
    }

    /// <summary>Sizes to try, smallest first; one that a person set is the only one.</summary>
    private static IEnumerable<int> Sizes(CapacityRequest request) => request.Overrides.TensorParallelSize is { } own
        ? [own]
        : ParallelSizes.Valid(request.Model, OptionChoice.Format(request), request.GpusPerNode);

    /// <summary>The largest batch that the goal needs and that fits beside one full context and the typical requests.</summary>
    private static Candidate Fit(CapacityRequest request, int gpus)
    {
        var share = Share(request);
        var batches = CapacityPlannerDefaults.Batches;
        var start = 0;
        while (start < batches.Length - 1 && batches[start].Sequences < share)
            start++;
        VllmOptions options;
        MemoryEstimate memory;
        var size = start;
        do
        {
            options = Options(request, gpus, batches[size]);
            memory = MemoryModel.Estimate(OptionChoice.Memory(request, options));
        }
        while (!memory.Fits && --size >= 0);
        var held = (int)Math.Min(memory.KvTokens / RoundedUp(request.Goal.TypicalTokens), int.MaxValue);
        if (memory.Fits && request.Overrides.MaxNumSeqs is null && held < options.MaxNumSeqs)
        {
            options = options with { MaxNumSeqs = Math.Max(1, held) };
            memory = MemoryModel.Estimate(OptionChoice.Memory(request, options));
        }
        var replicas = request.Replicas ?? Math.Clamp(Ceiling(request.Goal.ConcurrentRequests, options.MaxNumSeqs), ModelPoolDefaults.Replicas.Minimum, ModelPoolDefaults.Replicas.Maximum);
        var requests = Math.Min(options.MaxNumSeqs, Ceiling(request.Goal.ConcurrentRequests, replicas));
        return new Candidate(options, memory, Speed(request, options, memory, requests), replicas, held, batches[Math.Max(size, 0)], start);
    }

    private static VllmOptions Options(CapacityRequest request, int gpus, (int Sequences, int Tokens) batch)
    {
        var sequences = Math.Min(batch.Sequences, request.Overrides.MaxNumBatchedTokens ?? int.MaxValue);
        return OptionChoice.Options(request, gpus, sequences, Math.Max(batch.Tokens, request.Overrides.MaxNumSeqs ?? 0));
    }

    /// <summary>Requests of one server while another is being replaced.</summary>
    private static int Share(CapacityRequest request) =>
        request.Replicas is { } replicas ? Ceiling(request.Goal.ConcurrentRequests, Math.Max(1, replicas - 1)) : request.Goal.ConcurrentRequests;

    private static SpeedEstimate Speed(CapacityRequest request, VllmOptions options, MemoryEstimate memory, int requests) => SpeedModel.Estimate(new SpeedModelInput
    {
        Model = request.Model,
        Gpu = request.Gpu,
        Format = OptionChoice.Format(request),
        TensorParallelSize = options.TensorParallelSize,
        WeightsGiB = memory.Term("weights"),
        KvBytesPerToken = memory.KvBytesPerToken,
        Requests = requests,
        CachedTokens = options.PrefixCaching ? request.Goal.HistoryTokens : 0,
        PromptTokens = request.Goal.PromptTokens + (options.PrefixCaching ? 0 : request.Goal.HistoryTokens),
        AnswerTokens = request.Goal.AnswerTokens,
        MaxNumBatchedTokens = options.MaxNumBatchedTokens,
        EnforceEager = options.EnforceEager,
    });

    private static bool MeetsTargets(CapacityGoal goal, SpeedEstimate speed) =>
        !(speed.P95FirstTokenSeconds * 1000 > goal.FirstTokenMilliseconds) && !(speed.P95AnswerSeconds * 1000 > goal.AnswerMilliseconds);

    private static CapacityPlan Complete(CapacityRequest request, Candidate candidate, Candidate? first)
    {
        var checkpointGiB = candidate.Memory.Term("weights") * candidate.Options.TensorParallelSize;
        var prefetch = candidate.Options.SafetensorsLoadStrategy is "prefetch" or "eager";
        var load = LoadTimeModel.Estimate(request.Model, checkpointGiB, request.Storage, prefetch, candidate.Options.EnforceEager);
        var pod = PodSize.For(candidate.Options.TensorParallelSize, checkpointGiB, prefetch);
        var drain = request.DrainSeconds ?? DrainSeconds(request.Goal, candidate.Speed);
        return new CapacityPlan
        {
            Request = request,
            Vllm = candidate.Options,
            Flags = FlagReasons.For(request, candidate, first, drain),
            Memory = candidate.Memory,
            Speed = candidate.Speed,
            Load = load,
            Pod = pod with { Cpu = request.Cpu ?? pod.Cpu, MemoryGiB = request.MemoryGiB ?? pod.MemoryGiB },
            Replicas = candidate.Replicas,
            StartupSeconds = request.StartupSeconds ?? load.StartupSeconds,
            DrainSeconds = drain,
            Warnings = candidate.Memory.Fits ? [.. PlanWarnings.For(request, candidate, load, pod)] : [],
            Proposals = [],
        };
    }

    /// <summary>Time for the longest answer that the context allows after a typical prompt, within what an update can wait.</summary>
    private static int DrainSeconds(CapacityGoal goal, SpeedEstimate speed)
    {
        var longest = Math.Max(goal.AnswerTokens, goal.ContextTokens - goal.HistoryTokens - goal.PromptTokens) * speed.SecondsPerToken;
        return (int)Math.Clamp(Math.Ceiling(longest / 10) * 10, CapacityPlannerDefaults.MinimumDrainSeconds, CapacityPlannerDefaults.MaximumDrainSeconds);
    }

    private static int Ceiling(int value, int divisor) => (int)(((long)value + divisor - 1) / divisor);

    private static long RoundedUp(int tokens) => (long)Ceiling(tokens, MemoryModelDefaults.BlockSize) * MemoryModelDefaults.BlockSize;
}
