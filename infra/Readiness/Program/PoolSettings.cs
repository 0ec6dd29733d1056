namespace Clawdbot.Infra.Readiness.Program;

/// <summary>A pool that the Router must know.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nodes">Servers that must be READY at least.</param>
internal sealed record PoolSettings(string Name, int Nodes);
