using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;

namespace Clawdbot.Cli.Sizing;

/// <summary>The figures of a plan besides memory.</summary>
internal static class SizeFigures
{
    private const double Milliseconds = 1000;

    /// <summary>Speeds, times, prices and what the servers need of their machines.</summary>
    public static ImmutableArray<SizeFigure> Of(CapacityPlan plan)
    {
        var (speed, goal) = (plan.Speed, plan.Request.Goal);
        var price = plan.PricePerHour is null
            ? $"no price is known for {plan.Request.Gpu.Name}"
            : $"{AwsInstances.PriceSource}; a machine with more GPUs counts with the share in use";
        return
        [
            new("requests", "requests that the speeds hold for", speed.Requests, "", Text($"one server, each {goal.PromptTokens} tokens of prompt and {goal.AnswerTokens} of answer")),
            .. speed.Terms.Select(t => new SizeFigure(t.Name + "Ms", t.Name, t.Seconds * Milliseconds, "ms", t.Formula)),
            new("firstTokenMs", "first token", speed.FirstTokenSeconds * Milliseconds, "ms", ""),
            new("answerMs", "whole answer", speed.AnswerSeconds * Milliseconds, "ms", ""),
            new("p95FirstTokenMs", "first token, 95 of 100", speed.P95FirstTokenSeconds * Milliseconds, "ms", Text($"{SpeedModelDefaults.QueueingMargin} times the expected time")),
            new("p95AnswerMs", "whole answer, 95 of 100", speed.P95AnswerSeconds * Milliseconds, "ms", Text($"{SpeedModelDefaults.QueueingMargin} times the expected time")),
            new("parallelEfficiency", "efficiency of the GPUs together", speed.ParallelEfficiency, "", speed.ParallelReason),
            new("headroomGiB", "KV cache to spare on each GPU", plan.HeadroomGiB, "GiB", "while those requests have their usual length"),
            new("replicas", "servers", plan.Replicas, "", Text($"for {goal.ConcurrentRequests} requests at once")),
            new("tokensPerSecond", "answer tokens of all servers", plan.TokensPerSecond, "/s", ""),
            new("loadSeconds", "time to start", plan.Load.ExpectedSeconds, "s", string.Join("; ", plan.Load.Terms.Select(t => Text($"{t.Name} {t.Seconds:0.0}")))),
            new("startupSeconds", "time allowed to start", plan.StartupSeconds, "s", ""),
            new("drainSeconds", "time to finish answers", plan.DrainSeconds, "s", ""),
            new("cpu", "processor cores of a server", plan.Pod.Cpu, "", plan.Pod.Reason),
            new("memoryGiB", "main memory of a server", plan.Pod.MemoryGiB, "GiB", ""),
            new("sharedMemoryGiB", "shared memory of a server", plan.Pod.SharedMemoryGiB, "GiB", ""),
            new("pricePerHour", "price", plan.PricePerHour, "$/hour", price),
            new("pricePerMillionTokens", "price of a million answer tokens", plan.PricePerMillionTokens, "$", "at that speed, all requests under way"),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
