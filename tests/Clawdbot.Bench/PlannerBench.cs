using System.Diagnostics;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Bench;

/// <summary>Measures the planning of one pool within a warm process: one that fits, and one that is refused with proposals.</summary>
internal static class PlannerBench
{
    public static PlannerRow Run() => new(Milliseconds(Request(cards: 2)), Milliseconds(Request(cards: 1)));

    // Qwen3-32B-AWQ at 24576 tokens: two cards of 24 GB hold it, one does not.
    private static CapacityRequest Request(int cards)
    {
        var match = ModelCatalog.Require("Qwen/Qwen3-32B-AWQ", "model");
        return new CapacityRequest
        {
            ModelId = match.Entry.Id,
            Model = match.Entry.Architecture,
            Format = match.Format,
            Gpu = GpuCatalog.Require("a10g", "sku").Sku,
            GpusPerNode = cards,
            Goal = new CapacityGoal { ContextTokens = 24576, ConcurrentRequests = 8, PromptTokens = 512, AnswerTokens = 128 },
            Version = VllmDefaults.Version,
        };
    }

    private static double Milliseconds(CapacityRequest request)
    {
        for (var run = 0; run < BenchDefaults.PlanWarmups; run++)
            _ = CapacityPlanner.Plan(request);
        var times = new List<double>(BenchDefaults.PlanRuns);
        for (var run = 0; run < BenchDefaults.PlanRuns; run++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = CapacityPlanner.Plan(request);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return Statistics.Median(times);
    }
}
