namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>
/// Choices of <see cref="SpeedModel"/>. They are the usual shares of a roofline that good kernels reach. Nothing here was compared with a
/// measurement: use the result to compare cards and as a first alert threshold, and replace that by what a pool shows under load.
/// </summary>
public static class SpeedModelDefaults
{
    /// <summary>Share of the memory bandwidth that decoding reaches; copies of large buffers reach 0.9, small batches of matrix products less.</summary>
    public const double BandwidthShare = 0.75;

    /// <summary>Share of the tensor throughput that the matrix products of a prompt reach.</summary>
    public const double ComputeShare = 0.5;

    /// <summary>Share of 16-bit throughput when 4-bit weights are unpacked on the way (Marlin kernels for AWQ and GPTQ).</summary>
    public const double FourBitShare = 0.85;

    /// <summary>The same for bitsandbytes, which unpacks in a kernel of its own before it multiplies.</summary>
    public const double BitsAndBytesShare = 0.4;

    /// <summary>INT8 tensor throughput relative to 16-bit, on every card from Turing on.</summary>
    public const double Int8Ratio = 2;

    /// <summary>Share of the NVLink bandwidth that an all-reduce gets: half of the figure goes in each direction, and 0.8 of that is reached.</summary>
    public const double NvLinkShare = 0.4;

    /// <summary>GB/s of an all-reduce over PCIe 4.0 x16 without peer access, where data goes through main memory.</summary>
    public const double PcieGBps = 10;

    /// <summary>Seconds that a small all-reduce takes over NVLink, whatever its size.</summary>
    public const double NvLinkLatencySeconds = 10e-6;

    /// <summary>Seconds that a small all-reduce takes over PCIe.</summary>
    public const double PcieLatencySeconds = 30e-6;

    /// <summary>All-reduces in a layer: after attention and after the feed-forward block.</summary>
    public const int AllReducesPerLayer = 2;

    /// <summary>Seconds of scheduling, sampling and detokenizing that a step adds; asynchronous scheduling hides most of it.</summary>
    public const double StepOverheadSeconds = 1e-3;

    /// <summary>Seconds per layer between kernels of a captured graph.</summary>
    public const double GraphLayerSeconds = 20e-6;

    /// <summary>Seconds per layer to launch kernels one by one from Python: about twelve of them, 8 microseconds each.</summary>
    public const double EagerLayerSeconds = 100e-6;

    /// <summary>
    /// Factor from the expected time to that of the 95th percentile. Requests arrive in bunches, prompts differ in length, and a long
    /// prompt delays the others' tokens; published serving figures have a 99th percentile of about 1.7 times the mean.
    /// </summary>
    public const double QueueingMargin = 1.5;
}
