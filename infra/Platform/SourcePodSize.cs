namespace Clawdbot.Infra.Platform;

/// <summary>Resources of each container of a <see cref="SourcePod"/>, as Kubernetes writes them.</summary>
/// <param name="CpuRequest">Processor asked for.</param>
/// <param name="CpuLimit">Processor at most.</param>
/// <param name="MemoryRequest">Memory asked for; the compiler needs about 400 MB.</param>
/// <param name="MemoryLimit">Memory at most.</param>
/// <param name="StorageRequest">Ephemeral storage asked for.</param>
/// <param name="StorageLimit">Ephemeral storage at most: both scratch volumes full, and logs.</param>
/// <param name="WorkSize">Size of the work volume; a build leaves about one MiB, the SDK's own notes as much.</param>
/// <param name="TemporarySize">Size of the temporary folder.</param>
internal sealed record SourcePodSize(
    string CpuRequest, string CpuLimit, string MemoryRequest, string MemoryLimit, string StorageRequest, string StorageLimit, string WorkSize, string TemporarySize);
