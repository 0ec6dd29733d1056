namespace Clawdbot.Cli.Sizing;

/// <summary>One model on one card.</summary>
/// <param name="Model">The model.</param>
/// <param name="Sku">The card.</param>
/// <param name="Gpus">GPUs of the smallest server that fits; of the largest one that was tried when none fits.</param>
/// <param name="Context">Context length in tokens.</param>
/// <param name="Reason">Why it does not fit; empty when it fits.</param>
/// <param name="KvCacheTokens">Tokens of the KV cache.</param>
/// <param name="MaxConcurrency">Requests of full context length that fit together.</param>
/// <param name="TokensPerSecond">Answer tokens per second of the whole server; null when not known.</param>
/// <param name="PricePerHour">US dollars per hour; null when no price is known.</param>
/// <param name="PricePerMillionTokens">US dollars for a million answer tokens at that speed; null when price or speed is not known.</param>
internal sealed record MatrixRow(
    string Model, string Sku, int Gpus, int Context, string Reason, long KvCacheTokens, double MaxConcurrency,
    double? TokensPerSecond, double? PricePerHour, double? PricePerMillionTokens)
{
    /// <summary>Whether some server with this card fits.</summary>
    public bool Fits => Reason.Length == 0;
}
