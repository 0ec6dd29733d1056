namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Keys that sign requests to AWS.</summary>
/// <param name="AccessKey">Public part.</param>
/// <param name="SecretKey">Secret part.</param>
/// <param name="SessionToken">Token of temporary keys; null for lasting ones.</param>
/// <param name="Expires">When temporary keys end; null for lasting ones.</param>
internal sealed record AwsCredentials(string AccessKey, string SecretKey, string? SessionToken, DateTimeOffset? Expires)
{
    /// <summary>Never shows a key, wherever it is printed.</summary>
    public override string ToString() => nameof(AwsCredentials);
}
