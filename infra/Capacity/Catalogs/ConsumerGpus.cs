using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Catalogs;

/// <summary>Cards of desktop machines. Tensor throughput is the dense rate with 32-bit accumulation, as vLLM's kernels use it.</summary>
internal static class ConsumerGpus
{
    private const string Sheet = "NVIDIA architecture white paper, from memory";
    private const string Total = "total memory in a public vLLM start-up log or PyTorch out-of-memory message";

    private const string Unnamed = "PyTorch out-of-memory message of a card of this size that it does not name";

    /// <summary>In no particular order; the catalogue sorts.</summary>
    public static ImmutableArray<GpuSku> All { get; } =
    [
        Card("rtx2060", "RTX 2060 12GB", 12288, 75, 34, 336, 26),
        Card("rtx2080", "RTX 2080", 8192, 75, 46, 448, 40),
        Card("rtx2080ti", "RTX 2080 Ti", 11264, 75, 68, 616, 54),
        Card("rtx3060", "RTX 3060", 12288, 86, 28, 360, 26) with { MeasuredTotalGiB = new(11.63, Unnamed, false) },
        Card("rtx3070", "RTX 3070", 8192, 86, 46, 448, 41),
        Card("rtx3080", "RTX 3080", 10240, 86, 68, 760, 60),
        Card("rtx3080ti", "RTX 3080 Ti", 12288, 86, 80, 912, 68),
        Card("rtx3090ti", "RTX 3090 Ti", 24564, 86, 84, 1008, 80),
        Card("rtx3090", "RTX 3090", 24576, 86, 82, 936, 71) with { MeasuredTotalGiB = new(23.57, Total, true) },
        Card("rtx4060", "RTX 4060", 8188, 89, 24, 272, 60, 121) with { MeasuredTotalGiB = new(7.63, Unnamed, false) },
        Card("rtx4060ti", "RTX 4060 Ti 16GB", 16380, 89, 34, 288, 88, 177),
        Card("rtx4070", "RTX 4070", 12282, 89, 46, 504, 117, 233) with { MeasuredTotalGiB = new(11.57, Unnamed, false) },
        Card("rtx4070ti", "RTX 4070 Ti", 12282, 89, 60, 504, 160, 320),
        Card("rtx4070tisuper", "RTX 4070 Ti SUPER", 16376, 89, 66, 672, 176, 353),
        Card("rtx4080super", "RTX 4080 SUPER", 16376, 89, 80, 736, 209, 418),
        Card("rtx4080", "RTX 4080", 16376, 89, 76, 717, 195, 390),
        Card("rtx4090", "RTX 4090", 24564, 89, 128, 1008, 165, 330) with
        {
            BandwidthGBps = new(1008, "public gist comparing 4090, A100 and H100", true), Compute16Tflops = new(165, "public gist comparing 4090, A100 and H100", true),
        },
        Card("rtx5060ti", "RTX 5060 Ti 16GB", 16311, 120, 36, 448, 47, 95),
        Card("rtx5070", "RTX 5070", 12227, 120, 48, 672, 62, 123),
        Card("rtx5070ti", "RTX 5070 Ti", 16303, 120, 70, 896, 88, 176) with { MeasuredTotalGiB = new(15.45, Total, true) },
        Card("rtx5080", "RTX 5080", 16303, 120, 84, 960, 113, 225) with { MeasuredTotalGiB = new(15.45, Total, true) },
        Card("rtx5090", "RTX 5090", 32607, 120, 170, 1792, 210, 419) with { MeasuredTotalGiB = new(31.36, Sheet, false) },
    ];

    private static GpuSku Card(string name, string product, int memoryMiB, int capability, int multiprocessors, double bandwidth, double compute16, double? fp8 = null) =>
        new(name, memoryMiB, capability)
        {
            ProductName = product,
            Multiprocessors = multiprocessors,
            BandwidthGBps = Known(bandwidth),
            Compute16Tflops = Known(compute16),
            ComputeFp8Tflops = fp8 is { } rate ? Known(rate) : null,
        };

    private static SourcedFigure Known(double value) => new(value, Sheet, false);
}
