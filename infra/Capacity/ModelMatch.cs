namespace Clawdbot.Infra.Capacity;

/// <summary>A model id, understood.</summary>
/// <param name="Entry">The published model whose shapes it has.</param>
/// <param name="Format">Format of its weights, from its name.</param>
/// <param name="Exact">Whether it is that model itself; a derived model may allow other context lengths.</param>
public sealed record ModelMatch(ModelEntry Entry, WeightFormat Format, bool Exact);
