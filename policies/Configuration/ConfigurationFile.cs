using System.Text;
using System.Text.Json;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Configuration;

/// <summary>
/// Reads the file that <c>pulumi up --policy-pack-config</c> takes, so that one file serves both: <c>{"all": LEVEL, "RULE": LEVEL or {"enforcementLevel": LEVEL, …}}</c>.
/// https://www.pulumi.com/docs/insights/policy/policy-packs/authoring/#policy-configuration
/// </summary>
internal static class ConfigurationFile
{
    private const string All = "all";

    // Names of Pulumi ESC environments; only the Pulumi CLI can open them.
    private const string Environments = "environments";

    /// <summary>The configuration.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="rules">The rules that exist.</param>
    /// <param name="isProduction">Whether rules that are not named have their own level.</param>
    /// <exception cref="InputException">The file is wrong; lists every mistake.</exception>
    public static PolicyConfiguration Read(string file, string text, IReadOnlyList<PolicyRule> rules, bool isProduction)
    {
        var name = ShownValue.OneLine(file);
        if (Parse(name, text) is not PropertyValue.Map root)
        {
            throw InputException.Of(PolicyDiagnosticIds.Configuration, name, "no JSON object", "policies by name, each with a level or an object", "Write it as docs/policies.md shows.");
        }

        var errors = new List<InputError>();
        var configured = new Dictionary<string, RuleConfiguration>(StringComparer.Ordinal);
        if (root.Find(All) is { } all && Level($"{All} in {name}", all, errors) is { } common)
        {
            foreach (var rule in rules)
            {
                configured[rule.Metadata.Id] = RuleConfiguration.Of(common);
            }
        }

        if (root.Find(Environments) is { } environments)
        {
            errors.Add(new InputError(
                PolicyDiagnosticIds.Configuration, $"{Environments} in {name}", ShownValue.Of(environments), "policies only, when the Pulumi CLI does not read the file",
                "Write the values into the file."));
        }

        var ids = rules.Select(rule => rule.Metadata.Id).ToList();
        foreach (var (id, value) in root.Entries.Where(entry => entry.Key is not (All or Environments)))
        {
            if (rules.FirstOrDefault(rule => rule.Metadata.Id == id) is not { } rule)
            {
                errors.Add(new InputError(
                    PolicyDiagnosticIds.UnknownRule, $"{ShownValue.Quoted(id)} in {name}", "no policy", "a policy of docs/policies.md, or all", NearestName.Suggestion(id, ids) + "Correct the name."));
                continue;
            }

            var fallback = configured.TryGetValue(id, out var before) ? before.Level : PolicyConfiguration.DefaultLevel(rule.Metadata, isProduction);
            configured[id] = value is PropertyValue.Map map
                ? new RuleConfiguration(
                    map.Find("enforcementLevel") is { } level ? Level($"{id}.enforcementLevel in {name}", level, errors) ?? fallback : fallback,
                    RuleValues.Read($" in {name}", rule.Metadata, map, errors))
                : RuleConfiguration.Of(Level($"{id} in {name}", value, errors) ?? fallback);
        }

        InputException.ThrowIfAny(errors);
        return new PolicyConfiguration(isProduction, configured);
    }

    private static PropertyValue Parse(string file, string text)
    {
        try
        {
            return JsonValues.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException e)
        {
            throw JsonErrors.Of(file, e);
        }
    }

    private static EnforcementLevel? Level(string what, PropertyValue value, List<InputError> errors)
    {
        var text = (value as PropertyValue.Text)?.Value;
        if (text is not null && EnforcementLevels.Find(text) is { } level)
        {
            return level;
        }

        errors.Add(new InputError(
            PolicyDiagnosticIds.Configuration, what, ShownValue.Of(value), string.Join(", ", EnforcementLevels.Names),
            (text is null ? "" : NearestName.Suggestion(text, EnforcementLevels.Names)) + "Correct the level."));
        return null;
    }
}
