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

    public static ModelPoolSpec Spec { get; } = new()
    {
        Name = "qwen3-32b",
        Model = new ModelReference("Qwen/Qwen3-32B-AWQ", new string('a', 40)),
        Sku = "a10",
        Nodes = new GpuNodes(4, 2),
        Replicas = 3,
        Cpu = 8,
        MemoryGiB = 48,
        StartupSeconds = 905,
        DrainSeconds = 120,
        Vllm = Options,
    };

    public static string[] Lines(this IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(diagnostic => diagnostic.ToString())];
}
