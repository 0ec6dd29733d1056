namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Choices of <see cref="PodSize"/>.</summary>
public static class PodSizeDefaults
{
    /// <summary>Busy processes besides one worker per GPU: API server and engine core, which poll each other.</summary>
    public const int Processes = 2;

    /// <summary>Hardware threads of a busy process: one physical core, so that the scheduler never shares a core with a tokenizer.</summary>
    public const int CpuPerProcess = 2;

    /// <summary>GiB for Python, tokenizer, request queues and the CUDA libraries of the server processes.</summary>
    public const int BaseGiB = 4;

    /// <summary>GiB for one worker: CUDA context on the host's side, pinned buffers, compiled graphs.</summary>
    public const int GiBPerGpu = 3;

    /// <summary>Shared memory with tensor parallelism, in GiB: vLLM's ring buffers take 240 MiB per group, NCCL the rest; vLLM's own Kubernetes page uses the same.</summary>
    public const int SharedMemoryGiB = 2;

    /// <summary>
    /// vLLM prefetches only what fits into 90 % of the available memory. The page cache of a container counts against its limit, so the
    /// limit has to hold the whole checkpoint; the kernel gives it back when programs need it.
    /// </summary>
    public const double PrefetchShare = 0.9;

    /// <summary>GiB of page cache when files are mapped lazily: one file of a checkpoint, which publishers cut at 5 GB.</summary>
    public const double ShardGiB = 5;
}
