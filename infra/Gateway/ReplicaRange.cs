namespace Clawdbot.Infra.Gateway;

/// <summary>Replicas that a scaler may choose.</summary>
/// <param name="Minimum">At least.</param>
/// <param name="Maximum">At most.</param>
public readonly record struct ReplicaRange(int Minimum, int Maximum);
