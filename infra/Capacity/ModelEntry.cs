using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity;

/// <summary>A model of the catalogue.</summary>
/// <param name="Id">Hugging Face id of the published model.</param>
/// <param name="Architecture">Its shapes.</param>
/// <param name="Source">Where the shapes come from.</param>
/// <param name="PublishedParameters">Parameters that the publisher states, to the last one; null when only rounded figures were found.</param>
/// <param name="Aliases">Lower-case name parts by which derived models are recognised, such as <c>qwen2.5-7b</c>.</param>
public sealed record ModelEntry(string Id, ModelArchitecture Architecture, string Source, long? PublishedParameters, ImmutableArray<string> Aliases)
{
    /// <summary>
    /// Whether the shapes are confirmed: they give the published count to the last parameter, which no wrong layer, head or width would.
    /// An image encoder's own parameters are what the published count leaves, so they are not confirmed by it.
    /// </summary>
    public bool Confirmed => PublishedParameters == Architecture.Parameters;
}
