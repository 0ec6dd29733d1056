namespace Clawdbot.Policies.Configuration;

/// <summary>One configurable value of a rule.</summary>
/// <param name="Name">Its key, camelCase.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Description">What it does, as a sentence with the unit.</param>
internal sealed record RuleSetting(string Name, RuleSettingKind Kind, string Description)
{
    /// <summary>The value when it is not configured: a double, a string, or a list of strings, as <see cref="Kind"/> says.</summary>
    public required object Default { get; init; }

    /// <summary>Smallest number that is allowed.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest number that is allowed.</summary>
    public double? Maximum { get; init; }

    /// <summary>The only texts that are allowed; empty = any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
