namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>What a server needs of its machine besides GPUs.</summary>
/// <param name="Cpu">Processor cores, as Kubernetes counts them (hardware threads).</param>
/// <param name="MemoryGiB">Main memory in GiB, <paramref name="SharedMemoryGiB"/> and page cache included.</param>
/// <param name="SharedMemoryGiB">Size of <c>/dev/shm</c> in GiB; 0 leaves the container's own 64 MiB.</param>
/// <param name="Reason">Where the figures come from.</param>
public sealed record PodSize(int Cpu, int MemoryGiB, int SharedMemoryGiB, string Reason)
{
    /// <summary>Sizes a pod.</summary>
    /// <param name="gpus">GPUs of one server.</param>
    /// <param name="checkpointGiB">Weights of the whole model in GiB.</param>
    /// <param name="prefetch">Whether files are read into the page cache ahead of use.</param>
    public static PodSize For(int gpus, double checkpointGiB, bool prefetch)
    {
        var cpu = PodSizeDefaults.CpuPerProcess * (PodSizeDefaults.Processes + gpus);
        var shared = gpus > 1 ? PodSizeDefaults.SharedMemoryGiB : 0;
        var cache = prefetch ? checkpointGiB / PodSizeDefaults.PrefetchShare : Math.Min(checkpointGiB, PodSizeDefaults.ShardGiB);
        var memory = (int)Math.Ceiling(PodSizeDefaults.BaseGiB + (PodSizeDefaults.GiBPerGpu * gpus) + shared + cache);
        return new PodSize(cpu, memory, shared, FormattableString.Invariant(
            $"{cpu} cores: {PodSizeDefaults.CpuPerProcess} threads for each of {PodSizeDefaults.Processes + gpus} busy processes; {memory} GiB: {PodSizeDefaults.BaseGiB} for programs, {PodSizeDefaults.GiBPerGpu} for each of {gpus} GPUs, {cache:0.0} page cache for {checkpointGiB:0.0} of weights, {shared} shared memory"));
    }
}
