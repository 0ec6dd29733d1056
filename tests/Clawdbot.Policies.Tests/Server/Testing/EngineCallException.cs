namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>A call that ended with another status than 0.</summary>
internal sealed class EngineCallException(int status, string message) : Exception(message)
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;
}
