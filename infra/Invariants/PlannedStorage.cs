namespace Clawdbot.Infra.Invariants;

/// <summary>What the rules between components need to know of the model storage.</summary>
/// <param name="CapacityGiB">Size in GiB; null when it is not ours to know (an existing claim) or has no limit (a bucket).</param>
/// <param name="Replicas">Copies that the storage keeps itself; null when a service keeps them.</param>
/// <param name="Hosts">Hosts that may hold a copy each; null when it is not ours to know.</param>
public sealed record PlannedStorage(int? CapacityGiB, int? Replicas = null, int? Hosts = null);
