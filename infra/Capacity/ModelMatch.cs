namespace Clawdbot.Infra.Capacity;

/// <summary>A model id, understood.</summary>
/// <param name="Entry">The published model whose shapes it has.</param>
/// <param name="Format">Format of its weights, from its name.</param>
/// <param name="Exact">Whether it is that model itself; a derived model may allow other context lengths.</param>
/// <param name="Understood">
/// Whether every word of the id is understood: the model itself, or a quantised or instructed copy of it. Of other names, such as
/// fine-tunes and mistyped ids, only a part is known; that is enough to judge a measurement by, and too little to plan a server with.
/// </param>
public sealed record ModelMatch(ModelEntry Entry, WeightFormat Format, bool Exact, bool Understood);
