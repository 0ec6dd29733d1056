namespace Clawdbot.Infra.Readiness.Program;

/// <summary>A key as a member showed it.</summary>
/// <param name="Value">Its value; null when it is missing.</param>
/// <param name="Revision">Revision of its last change; 0 when it is missing.</param>
/// <param name="Cluster">Id of the cluster.</param>
/// <param name="Member">Id of the member.</param>
internal sealed record EtcdValue(string? Value, string Revision, string Cluster, string Member);
