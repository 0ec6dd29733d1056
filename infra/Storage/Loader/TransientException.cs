namespace Clawdbot.Infra.Storage.Loader;

/// <summary>A failure that may be over at the next attempt: a broken connection, 429, 5xx.</summary>
/// <param name="message">What happened; never a secret.</param>
/// <param name="retryAfter">How long the source asks to wait; null when it does not say.</param>
internal sealed class TransientException(string message, TimeSpan? retryAfter = null) : Exception(message)
{
    /// <summary>How long the source asks to wait.</summary>
    internal TimeSpan? RetryAfter { get; } = retryAfter;
}
