using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Sizing;

/// <summary>A model that is asked about.</summary>
/// <param name="Name">How the report calls it.</param>
/// <param name="Architecture">Its shapes.</param>
/// <param name="Format">Format of its weights.</param>
/// <param name="Note">Where the shapes come from, when that is not the model's own entry of the catalogue; empty otherwise.</param>
internal sealed record SizedModel(string Name, ModelArchitecture Architecture, WeightFormat Format, string Note)
{
    /// <summary>Name that clients ask for.</summary>
    /// <value>Default: null, the name of the report.</value>
    public string? ServedName { get; init; }

    /// <summary>A model of the catalogue.</summary>
    public static SizedModel Of(ModelEntry entry) => new(entry.Id, entry.Architecture, entry.Architecture.Format, "");
}
