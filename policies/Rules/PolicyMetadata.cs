using Clawdbot.Policies.Configuration;

namespace Clawdbot.Policies.Rules;

/// <summary>What a rule says of itself: in the catalogue, to the engine, in messages.</summary>
/// <param name="Id">The policy's name: lower-case words with hyphens, at most 100 characters. Never reused.</param>
internal sealed record PolicyMetadata(string Id)
{
    /// <summary>What is required, as a short phrase: "Containers do not run privileged".</summary>
    public required string Title { get; init; }

    /// <summary>Why, as one or two sentences.</summary>
    public required string Description { get; init; }

    /// <summary>How bad a violation is.</summary>
    public required PolicySeverity Severity { get; init; }

    /// <summary>The counterparts in public catalogues; at least one, or a requirement of this project.</summary>
    public required IReadOnlyList<FrameworkReference> Frameworks { get; init; }

    /// <summary>What to do, as a sentence; every message ends with it.</summary>
    public required string Remedy { get; init; }

    /// <summary>Where to read more.</summary>
    public required string Url { get; init; }

    /// <summary>The level in production; elsewhere a violation is advisory unless configured otherwise.</summary>
    public EnforcementLevel DefaultLevel { get; init; } = EnforcementLevel.Mandatory;

    /// <summary>What can be configured, besides the level.</summary>
    public IReadOnlyList<RuleSetting> Settings { get; init; } = [];
}
