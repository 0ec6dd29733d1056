namespace Clawdbot.Cli.Diffs;

/// <summary>What a change does to one workload.</summary>
/// <param name="Urn">The workload.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Pods">Pods that restart, start or stop.</param>
/// <param name="Replicas">Pods that it has.</param>
/// <param name="Minutes">Minutes with fewer ready pods than planned.</param>
/// <param name="RolloutMinutes">Minutes until the last pod is replaced.</param>
internal sealed record Restart(string Urn, string Name, int Pods, int Replicas, double Minutes, double RolloutMinutes);
