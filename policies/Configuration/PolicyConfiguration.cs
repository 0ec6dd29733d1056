using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Configuration;

/// <summary>What is configured for a pack: a level and values for each rule. Rules that are not named have what their metadata says.</summary>
internal sealed class PolicyConfiguration
{
    private readonly IReadOnlyDictionary<string, RuleConfiguration> _rules;

    /// <summary>Takes what is configured.</summary>
    /// <param name="isProduction">Whether rules have their own level, or are advisory.</param>
    /// <param name="rules">What is configured by rule id.</param>
    public PolicyConfiguration(bool isProduction, IReadOnlyDictionary<string, RuleConfiguration> rules)
    {
        IsProduction = isProduction;
        _rules = rules;
    }

    /// <summary>Nothing configured, as production has it.</summary>
    public static PolicyConfiguration Production { get; } = new(true, new Dictionary<string, RuleConfiguration>());

    /// <summary>Nothing configured, as every other stack has it: all rules are advisory.</summary>
    public static PolicyConfiguration Elsewhere { get; } = new(false, new Dictionary<string, RuleConfiguration>());

    /// <summary>Whether rules that are not configured have their own level; otherwise they are advisory.</summary>
    public bool IsProduction { get; }

    /// <summary>What holds for a rule.</summary>
    public RuleConfiguration Of(PolicyRule rule) =>
        _rules.TryGetValue(rule.Metadata.Id, out var configured) ? configured : RuleConfiguration.Of(DefaultLevel(rule.Metadata, IsProduction));

    /// <summary>The level of a rule that nobody configured.</summary>
    public static EnforcementLevel DefaultLevel(PolicyMetadata metadata, bool isProduction) =>
        isProduction || metadata.DefaultLevel == EnforcementLevel.Disabled ? metadata.DefaultLevel : EnforcementLevel.Advisory;
}
