namespace Clawdbot.Bench;

/// <summary>The line that a measured process prints.</summary>
/// <param name="Resources">Kubernetes objects planned.</param>
/// <param name="Digest">Digest over the objects' types, names and inputs; null when it was not asked for.</param>
/// <param name="PeakKiB">Peak resident memory of the process, in KiB.</param>
internal sealed record ChildReport(int Resources, string? Digest, long PeakKiB);
