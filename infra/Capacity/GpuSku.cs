namespace Clawdbot.Infra.Capacity;

/// <summary>A GPU model as it appears in labels and settings.</summary>
/// <param name="Name">Value of the label <c>clawdbot.dev/gpu-sku</c>.</param>
/// <param name="MemoryMiB">Memory that <c>nvidia-smi</c> reports, in MiB; with ECC this is less than the data sheet.</param>
/// <param name="ComputeCapability">CUDA compute capability times ten: 86 is 8.6.</param>
public sealed record GpuSku(string Name, int MemoryMiB, int ComputeCapability)
{
    /// <summary>Name as drivers and logs print it, without the maker: <c>H100 80GB HBM3</c>.</summary>
    public string ProductName { get; init; } = Name;

    /// <summary>Memory in GiB that CUDA gives to programs, from vLLM start-up logs; null where no log was found.</summary>
    /// <value>Default: not measured, so <see cref="TotalGiB"/> applies the rule.</value>
    public SourcedFigure? MeasuredTotalGiB { get; init; }

    /// <summary>Memory bandwidth in GB/s (10^9 bytes).</summary>
    public SourcedFigure BandwidthGBps { get; init; }

    /// <summary>Dense 16-bit tensor throughput in TFLOPS.</summary>
    public SourcedFigure Compute16Tflops { get; init; }

    /// <summary>Dense FP8 tensor throughput in TFLOPS.</summary>
    /// <value>Default: null, the card has no FP8 units.</value>
    public SourcedFigure? ComputeFp8Tflops { get; init; }

    /// <summary>Bandwidth of NVLink between the cards of one server, in GB/s.</summary>
    /// <value>Default: null, the cards talk over PCIe.</value>
    public SourcedFigure? NvLinkGBps { get; init; }

    /// <summary>Streaming multiprocessors; kernels keep one buffer for each.</summary>
    public int Multiprocessors { get; init; }

    /// <summary>Score that the router starts from before it sees load; see <see cref="GpuCatalog.DerivedScore"/>.</summary>
    public int BaseScore { get; init; }

    /// <summary>Memory in GiB that CUDA gives to programs: measured, or by rule what <c>nvidia-smi</c> reports less the driver's share.</summary>
    public double TotalGiB => MeasuredTotalGiB?.Value ?? (MemoryMiB / 1024.0) - MemoryModelDefaults.DriverReserveGiB;

    /// <summary>Whether the card computes in bfloat16 (compute capability 8.0 and newer); vLLM refuses an explicit <c>bfloat16</c> otherwise.</summary>
    public bool HasBfloat16 => ComputeCapability >= 80;

    /// <summary>Whether vLLM can keep the KV cache in FP8 on it (8.0 and newer; Turing lost it in vLLM 0.24, vllm-project/vllm#47549).</summary>
    public bool HasFp8KvCache => ComputeCapability >= 80;

    /// <summary>Whether the card multiplies in FP8 (8.9 and newer); older ones read FP8 checkpoints through weight-only kernels.</summary>
    public bool HasFp8Compute => ComputeCapability >= 89;

    /// <summary>Whether vLLM captures CUDA graphs on it (7.0 and newer, the oldest architecture that vLLM compiles for).</summary>
    public bool HasCudaGraphs => ComputeCapability >= 70;

    /// <summary>Whether several cards of one server are joined by NVLink.</summary>
    public bool HasNvLink => NvLinkGBps is not null;
}
