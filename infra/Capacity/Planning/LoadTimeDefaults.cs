namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Choices of <see cref="LoadTimeModel"/>. Throughput is what one reader gets, cold; everyone loads at once after a power cut.</summary>
public static class LoadTimeDefaults
{
    /// <summary>
    /// Factor from expected to allowed time. A start-up probe that gives up too early restarts a server that was nearly there, for ever;
    /// one that gives up late costs minutes once.
    /// </summary>
    public const double ProbeMargin = 1.5;

    /// <summary>
    /// Least allowed time in seconds: how long vLLM itself waits for its engine (VLLM_ENGINE_READY_TIMEOUT_S), and what KServe's probes
    /// allow. The throughputs below are published figures of other systems; a probe must not be stricter than vLLM on their account.
    /// </summary>
    public const int LeastAllowedSeconds = 600;

    /// <summary>Allowed times are rounded up to this, the start-up probe's period in seconds.</summary>
    public const int RoundingSeconds = 10;

    /// <summary>Seconds for starting Python and importing PyTorch and vLLM on a node that has the image: 73 s in Google's public cold-start breakdown of Qwen3-32B (llm-d guides, gke-pod-snapshots).</summary>
    public const double ProcessStartSeconds = 73;

    /// <summary>
    /// GB/s from a shared file system read ahead: Rook CephFS before tuning gives about 2 (llm-d hyperconverged-cephfs); half of it, because
    /// the other servers of the pool read too.
    /// </summary>
    public const double SharedFileSystemGBps = 1.0;

    /// <summary>GB/s from a shared file system through lazily mapped pages: small random reads. 57 GB took 211 s over NFS (llm-d modelexpress-p2p), 0.27.</summary>
    public const double SharedFileSystemLazyGBps = 0.27;

    /// <summary>GB/s from NVMe: 70.6 GB took 30.2 s (llm-d modelexpress-p2p), 2.3. A laptop's drive reaches as much.</summary>
    public const double LocalNvmeGBps = 2.3;

    /// <summary>GB/s from FSx for Lustre: 1000 MB/s for each TiB at its highest tier; the smallest file system has 1.2 TiB.</summary>
    public const double FsxLustreGBps = 1.2;

    /// <summary>GB/s from S3 through a mount: one stream, about 10 Gbit/s on the machines in use, and a little less for their overhead.</summary>
    public const double S3GBps = 1.0;

    /// <summary>GB in a GiB.</summary>
    public const double GBPerGiB = 1.073741824;

    /// <summary>Seconds for the dummy batch, tokenizer and first kernels: 38 s and more of FlashInfer warm-up in public logs.</summary>
    public const double ProfilingSeconds = 40;

    /// <summary>Seconds per layer to compile without a cache: 46 s for 64 layers in public logs.</summary>
    public const double CompileSecondsPerLayer = 0.72;

    /// <summary>Seconds per layer to capture all CUDA graphs: 30 s for 64 layers in public logs.</summary>
    public const double CaptureSecondsPerLayer = 0.47;
}
