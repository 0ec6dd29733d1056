namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>What came back from a call.</summary>
/// <param name="Http">Status of HTTP.</param>
/// <param name="Status">Status of gRPC; -1 when there is none.</param>
/// <param name="Message">Its text, decoded.</param>
/// <param name="Body">The bytes.</param>
internal sealed record RawAnswer(int Http, int Status, string Message, byte[] Body)
{
    /// <summary>Whether the status stood in the headers.</summary>
    public bool IsTrailersOnly { get; init; }

    /// <summary>The content type.</summary>
    public string? ContentType { get; init; }
}
