namespace Clawdbot.Infra.Capacity;

/// <summary>Multi-head latent attention: one compressed vector per token instead of keys and values per head.</summary>
/// <param name="KvRank">Width of the compressed vector.</param>
/// <param name="RotaryDim">Width of the part that carries the position.</param>
/// <param name="PlainHeadDim">Width of a head's part without position.</param>
/// <param name="ValueHeadDim">Width of a head's value.</param>
public sealed record LatentAttention(int KvRank, int RotaryDim, int PlainHeadDim, int ValueHeadDim)
{
    /// <summary>Width of the compressed query.</summary>
    /// <value>Default: 0, queries are not compressed.</value>
    public int QueryRank { get; init; }
}
