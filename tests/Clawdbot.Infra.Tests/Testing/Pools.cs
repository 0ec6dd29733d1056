using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Tests.Testing;

/// <summary>Valid values to vary in tests.</summary>
public static class Pools
{
    public static VllmOptions Options { get; } = new()
    {
        ServedModelName = "qwen3:32b",
        MaxModelLen = 24576,
        GpuMemoryUtilization = 0.85,
        MaxNumSeqs = 8,
        MaxNumBatchedTokens = 2048,
        TensorParallelSize = 2,
        Dtype = "auto",
        EnforceEager = false,
    };

    public static CapacityRequest Request { get; } = new()
    {
        ModelId = "Qwen/Qwen3-32B-AWQ",
        Model = ModelCatalog.Require("Qwen/Qwen3-32B-AWQ", "test").Entry.Architecture,
        Gpu = GpuCatalog.Find("a10")!,
        GpusPerNode = 2,
        Goal = new CapacityGoal { ContextTokens = 24576, ConcurrentRequests = 9, HistoryTokens = 4096, PromptTokens = 256, AnswerTokens = 64 },
        Version = VllmDefaults.Version,
        ServedModelName = "qwen3:32b",
        Replicas = 3,
        Cpu = 8,
        MemoryGiB = 48,
        StartupSeconds = 905,
        DrainSeconds = 120,
    };

    public static ModelPoolSpec Spec { get; } = new()
    {
        Name = "qwen3-32b",
        Model = new ModelReference("Qwen/Qwen3-32B-AWQ", new string('a', 40)),
        Nodes = new GpuNodes(4, 2),
        Plan = CapacityPlanner.Plan(Request),
    };

    /// <summary>The pool with another plan.</summary>
    public static ModelPoolSpec With(this ModelPoolSpec spec, Func<CapacityPlan, CapacityPlan> change) => spec with { Plan = change(spec.Plan) };

    /// <summary>The pool with another processor or memory size.</summary>
    public static CapacityPlan With(this CapacityPlan plan, int cpu, int memoryGiB = 48) => plan with { Pod = plan.Pod with { Cpu = cpu, MemoryGiB = memoryGiB } };

    public static string[] Lines(this IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
}
