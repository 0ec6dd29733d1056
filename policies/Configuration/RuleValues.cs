using System.Globalization;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Configuration;

/// <summary>Reads the configured values of a rule, from whichever host they came.</summary>
internal static class RuleValues
{
    private const string Next = "Correct the configuration of the policy; docs/policies.md lists its settings.";

    /// <summary>The values by name; what is wrong goes to <paramref name="errors"/>.</summary>
    /// <param name="place">Where it is written, for messages, with the word before it: " in config.json"; may be empty.</param>
    /// <param name="rule">What the rule says of itself.</param>
    /// <param name="properties">The configured properties, the level among them or not.</param>
    /// <param name="errors">Gets every mistake.</param>
    public static IReadOnlyDictionary<string, object> Read(string place, PolicyMetadata rule, PropertyValue.Map properties, ICollection<InputError> errors)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in properties.Entries.Where(entry => entry.Key != "enforcementLevel"))
        {
            var what = $"{rule.Id}.{ShownValue.OneLine(name)}{place}";
            if (rule.Settings.FirstOrDefault(s => s.Name == name) is not { } setting)
            {
                var names = rule.Settings.Select(s => s.Name).Append("enforcementLevel").ToList();
                errors.Add(new InputError(PolicyDiagnosticIds.Configuration, what, "no setting of this policy", string.Join(", ", names), NearestName.Suggestion(name, names) + Next));
            }
            else if (Value(setting, value) is { } read)
            {
                values[name] = read;
            }
            else
            {
                errors.Add(new InputError(PolicyDiagnosticIds.Configuration, what, ShownValue.Of(value), Allowed(setting), Next));
            }
        }

        return values;
    }

    /// <summary>What a setting takes, in words.</summary>
    public static string Allowed(RuleSetting setting) => setting switch
    {
        { Choices.Count: > 0 } => string.Join(", ", setting.Choices),
        { Kind: RuleSettingKind.Number, Minimum: { } low, Maximum: { } high } => string.Create(CultureInfo.InvariantCulture, $"a number from {low} to {high}"),
        { Kind: RuleSettingKind.Number, Minimum: { } low } => string.Create(CultureInfo.InvariantCulture, $"a number of at least {low}"),
        { Kind: RuleSettingKind.Number, Maximum: { } high } => string.Create(CultureInfo.InvariantCulture, $"a number of at most {high}"),
        { Kind: RuleSettingKind.Number } => "a number",
        { Kind: RuleSettingKind.Text } => "a text",
        _ => "a list of texts",
    };

    private static object? Value(RuleSetting setting, PropertyValue value) => (setting.Kind, value) switch
    {
        (RuleSettingKind.Number, PropertyValue.Number number) when double.IsFinite(number.Value)
            && number.Value >= (setting.Minimum ?? double.MinValue) && number.Value <= (setting.Maximum ?? double.MaxValue) => number.Value,
        (RuleSettingKind.Text, PropertyValue.Text text) when IsChoice(setting, text.Value) => text.Value,
        (RuleSettingKind.Texts, PropertyValue.List list) when list.Items.All(i => i is PropertyValue.Text text && IsChoice(setting, text.Value)) =>
            list.Items.Select(i => ((PropertyValue.Text)i).Value).ToArray(),
        _ => null,
    };

    private static bool IsChoice(RuleSetting setting, string text) => setting.Choices.Count == 0 || setting.Choices.Contains(text, StringComparer.Ordinal);
}
