using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Rules for <see cref="CapacityRequest"/>: what cannot even be asked. Whether it fits is the planner's answer.</summary>
public static class CapacityRequestRules
{
    /// <summary>All mistakes in <paramref name="request"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(CapacityRequest request, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(request);
        var findings = new Findings(subject, remedy);
        findings.InRange("gpusPerNode", request.GpusPerNode, ModelPoolDefaults.GpusPerNode);
        CheckGoal(request.Goal, findings);
        Optional("replicas", request.Replicas, ModelPoolDefaults.Replicas);
        Optional("cpu", request.Cpu, ModelPoolDefaults.Cpu);
        Optional("memoryGiB", request.MemoryGiB, ModelPoolDefaults.MemoryGiB);
        Optional("startupSeconds", request.StartupSeconds, ModelPoolDefaults.StartupSeconds);
        Optional("drainSeconds", request.DrainSeconds, ModelPoolDefaults.DrainSeconds);
        CheckModel(request, findings);
        findings.AddRange(CheckOptions(request, Sound(request), $"{subject}.vllm", remedy));
        return findings.Diagnostics;

        void Optional(string member, int? value, IntegerRange range)
        {
            if (value is { } number)
                findings.InRange(member, number, range);
        }
    }

    /// <summary>All mistakes in options for <paramref name="request"/>.</summary>
    internal static IReadOnlyList<Diagnostic> CheckOptions(CapacityRequest request, VllmOptions options, string subject, string remedy)
    {
        // Within vLLM's own limits a question may ask for more than pools may have.
        var allowed = request.AnyMemoryShare && options.GpuMemoryUtilization is > 0 and <= 1;
        return VllmRules.Check(allowed ? options with { GpuMemoryUtilization = VllmDefaults.MaximumGpuMemoryUtilization } : options, request.Gpu, subject, remedy, request.Version);
    }

    /// <summary>The options before any arithmetic: starting points for everything that nobody set.</summary>
    private static VllmOptions Sound(CapacityRequest request)
    {
        var options = OptionChoice.Options(request, request.Overrides.TensorParallelSize ?? VllmDefaults.TensorParallelSizes[0], CapacityPlannerDefaults.Batches[0].Sequences, CapacityPlannerDefaults.Batches[0].Tokens);
        // The context of the goal has been checked as such; only an explicit one is a mistake of the options.
        return request.Overrides.MaxModelLen is null ? options with { MaxModelLen = VllmDefaults.MaxModelLen.Minimum } : options;
    }

    private static void CheckGoal(CapacityGoal goal, Findings findings)
    {
        findings.InRange("goal.contextTokens", goal.ContextTokens, CapacityPlannerDefaults.ContextTokens);
        findings.InRange("goal.concurrentRequests", goal.ConcurrentRequests, CapacityPlannerDefaults.ConcurrentRequests);
        findings.InRange("goal.historyTokens", goal.HistoryTokens, new IntegerRange(0, CapacityPlannerDefaults.Tokens.Maximum));
        findings.InRange("goal.promptTokens", goal.PromptTokens, CapacityPlannerDefaults.Tokens);
        findings.InRange("goal.answerTokens", goal.AnswerTokens, CapacityPlannerDefaults.Tokens);
        if (goal.FirstTokenMilliseconds is { } first)
            findings.InRange("goal.firstTokenMilliseconds", first, CapacityPlannerDefaults.Milliseconds);
        if (goal.AnswerMilliseconds is { } answer)
            findings.InRange("goal.answerMilliseconds", answer, CapacityPlannerDefaults.Milliseconds);
        if (CapacityPlannerDefaults.Tokens.Contains(goal.PromptTokens) && CapacityPlannerDefaults.Tokens.Contains(goal.AnswerTokens)
            && CapacityPlannerDefaults.ContextTokens.Contains(goal.ContextTokens) && goal.HistoryTokens >= 0 && (long)goal.HistoryTokens + goal.PromptTokens + goal.AnswerTokens > goal.ContextTokens)
        {
            findings.Add(DiagnosticIds.ImpossibleGoal, "goal.promptTokens", Text(goal.PromptTokens),
                $"what contextTokens {Text(goal.ContextTokens)} leaves beside {(goal.HistoryTokens > 0 ? $"historyTokens {Text(goal.HistoryTokens)} and " : "")}answerTokens {Text(goal.AnswerTokens)}");
        }
    }

    private static void CheckModel(CapacityRequest request, Findings findings)
    {
        var model = request.Model;
        var (member, context) = request.Overrides.MaxModelLen is { } length ? ("vllm.maxModelLen", length) : ("goal.contextTokens", request.Goal.ContextTokens);
        if (context > model.MaxPositions)
            findings.Add(DiagnosticIds.CapacityContext, member, Text(context), $"at most {Text(model.MaxPositions)}, the longest context of {request.ModelId}");
        if (!request.Prices.PerGpuHour.Values.All(price => price >= 0 && double.IsFinite(price)))
            findings.Add(DiagnosticIds.OutOfRange, "pricePerGpuHour", "negative", "0 and more US dollars");
        var checkpoint = request.Format ?? model.Format;
        var format = QuantizationOption.Apply(request.Overrides.Quantization, checkpoint);
        if (format is null && VllmDefaults.Quantizations.Contains(request.Overrides.Quantization!))
        {
            findings.Add(DiagnosticIds.ContradictoryVllmOptions, "vllm.quantization", $"'{request.Overrides.Quantization}'", $"methods for the checkpoint, whose format is {checkpoint}",
                "Leave the key out: the checkpoint says how it is quantised.");
        }
        if (request.Overrides.TensorParallelSize is { } size && VllmDefaults.TensorParallelSizes.Contains(size)
            && ParallelSizes.WhyInvalid(model, format ?? checkpoint, size) is { } why)
        {
            findings.Add(DiagnosticIds.CapacityTensorParallel, "vllm.tensorParallelSize", Text(size),
                string.Join(", ", ParallelSizes.Valid(model, format ?? checkpoint, int.MaxValue).Select(Text)), $"For {request.ModelId} {why}.");
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
