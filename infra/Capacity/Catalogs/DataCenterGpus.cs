using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Catalogs;

/// <summary>Cards of servers and workstations.</summary>
internal static class DataCenterGpus
{
    private const string Sheet = "NVIDIA data sheet, from memory";
    private const string Total = "total memory in a public vLLM start-up log or PyTorch out-of-memory message";
    private const string Spheron = "spheron.network L40S versus A100";
    private const string Catalog = "gpu_catalog.json of RajBhope/gpu-runtime-predictor on Hugging Face";

    /// <summary>In no particular order; the catalogue sorts.</summary>
    public static ImmutableArray<GpuSku> All { get; } =
    [
        new("t4", 15360, 75)
        {
            ProductName = "T4", MeasuredTotalGiB = Read(14.56, Total), Multiprocessors = 40,
            BandwidthGBps = Read(320, Catalog), Compute16Tflops = Read(65, Catalog),
        },
        new("v100-16", 16384, 70)
        {
            ProductName = "V100-SXM2-16GB", MeasuredTotalGiB = Read(15.77, Total), Multiprocessors = 80,
            BandwidthGBps = Known(900), Compute16Tflops = Known(125), NvLinkGBps = Known(300),
        },
        new("v100-32", 32768, 70)
        {
            ProductName = "V100-SXM2-32GB", MeasuredTotalGiB = Known(31.73), Multiprocessors = 80,
            BandwidthGBps = Known(900), Compute16Tflops = Known(125), NvLinkGBps = Known(300),
        },
        new("a10", 23028, 86)
        {
            ProductName = "A10", MeasuredTotalGiB = Read(22.06, Total), Multiprocessors = 72, BaseScore = 100,
            BandwidthGBps = Read(600, "NVIDIA A10 data sheet"), Compute16Tflops = Read(125, "NVIDIA A10 data sheet"),
        },
        new("a10g", 23028, 86)
        {
            // The card has fewer tensor cores enabled than the A10; published figures range from 62 to 70.
            ProductName = "A10G", MeasuredTotalGiB = Read(22.06, Total), Multiprocessors = 72,
            BandwidthGBps = Read(600, Catalog), Compute16Tflops = new(70, "third-party pages, 62 to 70", false),
        },
        new("a30", 24576, 80)
        {
            ProductName = "A30", MeasuredTotalGiB = Known(23.50), Multiprocessors = 56,
            BandwidthGBps = Known(933), Compute16Tflops = Known(165), NvLinkGBps = Known(200),
        },
        new("l4", 23034, 89)
        {
            ProductName = "L4", MeasuredTotalGiB = Read(22.03, Total), Multiprocessors = 58,
            BandwidthGBps = Read(300, "grokipedia.com L4 versus L40S"), Compute16Tflops = Read(121, "half of the sparse 242, NVIDIA L4 data sheet"),
            ComputeFp8Tflops = Read(242, "half of the sparse 485, NVIDIA L4 data sheet"),
        },
        new("a40", 46068, 86)
        {
            ProductName = "A40", MeasuredTotalGiB = Known(44.34), Multiprocessors = 84, BandwidthGBps = Known(696), Compute16Tflops = Known(150),
        },
        new("rtxa5000", 24564, 86)
        {
            ProductName = "RTX A5000", Multiprocessors = 64, BandwidthGBps = Known(768), Compute16Tflops = Known(111),
        },
        new("rtxa6000", 49140, 86)
        {
            ProductName = "RTX A6000", MeasuredTotalGiB = Known(47.40), Multiprocessors = 84, BandwidthGBps = Known(768), Compute16Tflops = Known(155),
        },
        new("rtx6000ada", 49140, 89)
        {
            ProductName = "RTX 6000 Ada Generation", MeasuredTotalGiB = Known(47.40), Multiprocessors = 142,
            BandwidthGBps = Known(960), Compute16Tflops = Known(364), ComputeFp8Tflops = Known(728),
        },
        new("l40", 46068, 89)
        {
            ProductName = "L40", MeasuredTotalGiB = Known(44.39), Multiprocessors = 142,
            BandwidthGBps = Known(864), Compute16Tflops = Known(181), ComputeFp8Tflops = Known(362),
        },
        new("l40s", 46068, 89)
        {
            ProductName = "L40S", MeasuredTotalGiB = Read(44.52, "vllm-project/vllm#14011: 44.5206 GiB"), Multiprocessors = 142,
            BandwidthGBps = Read(864, Spheron), Compute16Tflops = Read(362, Spheron), ComputeFp8Tflops = Read(733, Spheron),
        },
        new("a100-40", 40960, 80)
        {
            ProductName = "A100-SXM4-40GB", MeasuredTotalGiB = Known(39.49), Multiprocessors = 108,
            BandwidthGBps = Read(1555, Catalog), Compute16Tflops = Read(312, Spheron), NvLinkGBps = Read(600, Spheron),
        },
        new("a100-80", 81920, 80)
        {
            ProductName = "A100-SXM4-80GB", MeasuredTotalGiB = Read(79.25, Total), Multiprocessors = 108, BaseScore = 220,
            BandwidthGBps = Read(2039, Spheron), Compute16Tflops = Read(312, Spheron), NvLinkGBps = Read(600, Spheron),
        },
        new("h100", 81559, 90)
        {
            ProductName = "H100 80GB HBM3", MeasuredTotalGiB = Read(79.19, Total), Multiprocessors = 132, BaseScore = 380,
            BandwidthGBps = Read(3350, "acecloud.ai B200 versus H200 and H100"), Compute16Tflops = Read(989, Spheron),
            ComputeFp8Tflops = Read(1979, "half of the sparse 3958, NVIDIA H100 data sheet"), NvLinkGBps = Read(900, "acecloud.ai B200 versus H200 and H100"),
        },
        new("h100-nvl", 95830, 90)
        {
            ProductName = "H100 NVL 94GB", Multiprocessors = 132, BandwidthGBps = Known(3938), Compute16Tflops = Known(835),
            ComputeFp8Tflops = Known(1671), NvLinkGBps = Known(600),
        },
        new("h20", 97871, 90)
        {
            ProductName = "H20", MeasuredTotalGiB = Known(95.1), Multiprocessors = 78, BandwidthGBps = Known(4000), Compute16Tflops = Known(148),
            ComputeFp8Tflops = Known(296), NvLinkGBps = Known(900),
        },
        new("h200", 143771, 90)
        {
            ProductName = "H200", MeasuredTotalGiB = Read(139.80, Total), Multiprocessors = 132,
            BandwidthGBps = Read(4800, "acecloud.ai B200 versus H200 and H100"), Compute16Tflops = Read(989, "same die as the H100"),
            ComputeFp8Tflops = Read(1979, "same die as the H100"), NvLinkGBps = Read(900, "acecloud.ai B200 versus H200 and H100"),
        },
        new("b200", 183359, 100)
        {
            ProductName = "B200", MeasuredTotalGiB = Known(178.35), Multiprocessors = 148,
            BandwidthGBps = Read(8000, "acecloud.ai B200 versus H200 and H100"), Compute16Tflops = Known(2250),
            ComputeFp8Tflops = Read(4500, "half of the sparse 9000, acecloud.ai"), NvLinkGBps = Read(1800, "acecloud.ai B200 versus H200 and H100"),
        },
        new("rtxpro6000", 97887, 120)
        {
            ProductName = "RTX PRO 6000 Blackwell", MeasuredTotalGiB = Known(94.97), Multiprocessors = 188,
            BandwidthGBps = Known(1792), Compute16Tflops = Known(503), ComputeFp8Tflops = Known(1007),
        },
    ];

    private static SourcedFigure Read(double value, string source) => new(value, source, true);

    private static SourcedFigure Known(double value) => new(value, Sheet, false);
}
