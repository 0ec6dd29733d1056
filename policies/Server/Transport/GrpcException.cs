namespace Clawdbot.Policies.Server.Transport;

/// <summary>Ends a call with a status.</summary>
/// <param name="status">The status.</param>
/// <param name="message">What a person is told.</param>
internal sealed class GrpcException(GrpcStatus status, string message) : Exception(message)
{
    /// <summary>The status.</summary>
    public GrpcStatus Status { get; } = status;
}
