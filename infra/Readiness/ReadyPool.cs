namespace Clawdbot.Infra.Readiness;

/// <summary>A pool that the Router must know.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nodes">Servers that must be READY at least.</param>
public sealed record ReadyPool(string Name, int Nodes);
