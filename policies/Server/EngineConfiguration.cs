using System.Globalization;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Server;

/// <summary>
/// Reads what the engine sends to Configure: for every policy its level and values, made of the defaults and the file of <c>--policy-pack-config</c>. The engine passes
/// on names that no policy has; here they are mistakes, because a misspelt name would otherwise leave a rule as it was without anybody noticing.
/// </summary>
internal static class EngineConfiguration
{
    // The engine has applied it to every policy already, and sends it along.
    private const string All = "all";

    /// <summary>Level and values by rule.</summary>
    /// <exception cref="InputException">Something is wrong; lists every mistake.</exception>
    public static IReadOnlyDictionary<string, RuleConfiguration> Read(ConfigureRequest request, IReadOnlyList<PolicyRule> rules)
    {
        var errors = new List<InputError>();
        var byId = rules.ToDictionary(rule => rule.Metadata.Id, StringComparer.Ordinal);
        var configured = new Dictionary<string, RuleConfiguration>(StringComparer.Ordinal);
        foreach (var (id, config) in request.Policies.Where(policy => policy.Key != All).OrderBy(policy => policy.Key, StringComparer.Ordinal))
        {
            if (!byId.TryGetValue(id, out var rule))
            {
                errors.Add(new InputError(
                    PolicyDiagnosticIds.UnknownRule, $"{ShownValue.Quoted(id)} in the configuration", "no policy", "a policy of docs/policies.md, or all",
                    NearestName.Suggestion(id, byId.Keys) + "Correct the name."));
                continue;
            }

            if (config.Level < 0 || config.Level >= EnforcementLevels.Names.Count)
            {
                errors.Add(new InputError(
                    PolicyDiagnosticIds.Configuration, $"{id}.enforcementLevel", config.Level.ToString(CultureInfo.InvariantCulture),
                    string.Join(", ", EnforcementLevels.Names.Select((name, number) => string.Create(CultureInfo.InvariantCulture, $"{number} ({name})"))), "Correct the level."));
                continue;
            }

            configured[id] = new RuleConfiguration((EnforcementLevel)config.Level, RuleValues.Read("", rule.Metadata, StructReader.Read(config.Properties.Span), errors));
        }

        InputException.ThrowIfAny(errors);
        return configured;
    }
}
