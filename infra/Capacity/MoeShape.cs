namespace Clawdbot.Infra.Capacity;

/// <summary>The mixture-of-experts part of a model.</summary>
/// <param name="Experts">Routed experts of one layer.</param>
/// <param name="ActiveExperts">Routed experts that one token passes.</param>
/// <param name="IntermediateSize">Width of one routed expert.</param>
public sealed record MoeShape(int Experts, int ActiveExperts, int IntermediateSize)
{
    /// <summary>Width of all shared experts of a layer together.</summary>
    /// <value>Default: 0, none.</value>
    public int SharedIntermediateSize { get; init; }

    /// <summary>Whether a gate weighs the shared expert.</summary>
    public bool SharedGate { get; init; }

    /// <summary>Leading layers with an ordinary feed-forward block.</summary>
    public int DenseLayers { get; init; }

    /// <summary>Whether experts and router have bias vectors.</summary>
    public bool Bias { get; init; }
}
