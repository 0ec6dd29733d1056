using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Configuration;

/// <summary>What is configured for one rule.</summary>
/// <param name="Level">What a violation does.</param>
/// <param name="Values">Configured values by name; what is missing has its default.</param>
internal sealed record RuleConfiguration(EnforcementLevel Level, IReadOnlyDictionary<string, object> Values)
{
    private static readonly Dictionary<string, object> NoValues = [];

    /// <summary>Only the level.</summary>
    public static RuleConfiguration Of(EnforcementLevel level) => new(level, NoValues);
}
