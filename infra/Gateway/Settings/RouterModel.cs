using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>A model as clients see it: one name, whatever the number of pools behind it.</summary>
public sealed record RouterModel
{
    /// <summary>Served model name.</summary>
    public required string Name { get; init; }

    /// <summary>Further names for it.</summary>
    public required ImmutableArray<string> Aliases { get; init; }

    /// <summary>Context that every pool of the model holds, in tokens.</summary>
    public required int ContextTokens { get; init; }

    /// <summary>Model that answers on the second level of the ladder; null keeps this one.</summary>
    public required string? Fallback { get; init; }

    /// <summary>Pools that serve it, the largest base weight first.</summary>
    public required ImmutableArray<string> Pools { get; init; }
}
