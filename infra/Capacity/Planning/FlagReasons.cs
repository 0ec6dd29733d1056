using System.Collections.Immutable;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Says for each flag why it has its value.</summary>
internal static class FlagReasons
{
    private const string Own = "set by hand, checked by the same arithmetic";

    internal static ImmutableArray<PlannedFlag> For(CapacityRequest request, Candidate candidate, Candidate? first, int drainSeconds) =>
    [
        .. VllmFlags.Build("", candidate.Options with { ExtraFlags = [] }, drainSeconds).Skip(1)
            .Select(argument => argument.Split('=', 2))
            .Select(parts => new PlannedFlag(parts[0], parts.Length == 2 ? parts[1] : "", Reason(parts[0], request, candidate, first))),
        .. candidate.Options.ExtraFlags.Select(argument => argument.Split('=', 2))
            .Select(parts => new PlannedFlag(parts[0], parts.Length == 2 ? parts[1] : "", "set by hand in extraFlags")),
    ];

    private static string Reason(string flag, CapacityRequest request, Candidate candidate, Candidate? first)
    {
        var own = request.Overrides;
        return flag switch
        {
            "--served-model-name" => "the name that clients ask for",
            "--host" => "probes and clients come from outside of the pod; the network policy decides who",
            "--port" => "the port that services and network policies name",
            "--max-model-len" => own.MaxModelLen is null ? Text($"the goal's context; one request of that length takes {candidate.Memory.Term("contextNeed"):0.00} GiB of KV cache on each GPU") : Own,
            "--gpu-memory-utilization" => own.GpuMemoryUtilization is null ? "at most 85 % of the card, as the production checklist asks; the rest holds what vLLM does not count" : Own,
            "--max-num-seqs" => own.MaxNumSeqs is null ? Sequences(request, candidate) : Own,
            "--max-num-batched-tokens" => own.MaxNumBatchedTokens is null ? Tokens(candidate) : Own,
            "--tensor-parallel-size" => own.TensorParallelSize is null ? Parallel(request, candidate, first) : $"{Own}; {candidate.Speed.ParallelReason}",
            "--dtype" => own.Dtype is not null ? Own : request.Gpu.HasBfloat16 ? "the checkpoint's own 16-bit type" : $"{request.Gpu.Name} has no bfloat16",
            "--quantization" or "--kv-cache-dtype" => Own,
            "--enforce-eager" => own.EnforceEager is null ? Text($"no CUDA graphs on cards up to {CapacityPlannerDefaults.EagerUpToMiB / 1024} GiB, where they stall or do not fit") : Own,
            "--enable-prefix-caching" => own.PrefixCaching is null ? "a chat sends its history again with each message" : Own,
            "--no-enable-prefix-caching" => Own,
            "--safetensors-load-strategy" => own.SafetensorsLoadStrategy is null ? "a network file system is slow at the small reads of mapped files, so they are read ahead in large ones" : Own,
            "--enable-auto-tool-choice" or "--tool-call-parser" => own.ToolCallParser is null ? $"the format of tool calls of {request.Model.ClassName}" : Own,
            "--shutdown-timeout" => request.DrainSeconds is null ? Text($"the longest answer after a typical prompt, at {candidate.Speed.SecondsPerToken * 1000:0} ms per token, within {CapacityPlannerDefaults.MinimumDrainSeconds} to {CapacityPlannerDefaults.MaximumDrainSeconds} s") : Own,
            "--disable-access-log-for-endpoints" => "probes and scrapes every few seconds would bury everything else in the log",
            _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "Every flag that the builder writes needs a reason here."),
        };
    }

    private static string Sequences(CapacityRequest request, Candidate candidate)
    {
        var wanted = CapacityPlannerDefaults.Batches[candidate.WantedBatch].Sequences;
        var start = Text($"{request.Goal.ConcurrentRequests} concurrent requests over {(candidate.Replicas == 1 ? "1 server" : request.Replicas is null ? FormattableString.Invariant($"{candidate.Replicas} servers") : FormattableString.Invariant($"{candidate.Replicas} servers, one of them perhaps being replaced"))}: start at {wanted}");
        return candidate.Options.MaxNumSeqs switch
        {
            var chosen when chosen == wanted => start,
            var chosen when chosen == candidate.Held => Text($"{start}; the KV cache holds {candidate.Held} of {request.Goal.TypicalTokens} tokens"),
            var chosen => Text($"{start}; {chosen} fit beside the weights"),
        };
    }

    private static string Tokens(Candidate candidate)
    {
        var wanted = CapacityPlannerDefaults.Batches[candidate.WantedBatch];
        return candidate.Options.MaxNumBatchedTokens >= wanted.Tokens
            ? Text($"the starting point for {wanted.Sequences} sequences; its activations take {candidate.Memory.Term("activationPeak"):0.00} GiB")
            : Text($"{wanted.Tokens} did not fit; these activations take {candidate.Memory.Term("activationPeak"):0.00} GiB");
    }

    private static string Parallel(CapacityRequest request, Candidate candidate, Candidate? first)
    {
        if (candidate.Options.TensorParallelSize == 1)
            return Text($"one card holds the model with {candidate.Memory.AvailableKvGiB:0.00} GiB for the KV cache");
        var why = first is null || first.Options.TensorParallelSize == candidate.Options.TensorParallelSize
            ? Text($"the fewest {request.Gpu.Name} cards that hold the model, {candidate.Memory.Term("weights"):0.00} GiB of weights on each")
            : Text($"{first.Options.TensorParallelSize} would do for the memory, but answer in {first.Speed.P95AnswerSeconds:0.0} s (first token {first.Speed.P95FirstTokenSeconds * 1000:0} ms) for 95 of 100 requests, beyond the goal");
        return $"{why}; {candidate.Speed.ParallelReason}";
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
