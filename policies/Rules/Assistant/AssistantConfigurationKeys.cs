using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>Keys of the configuration that the assistant does not have; it stops on the first one, and Kubernetes starts it again without end.</summary>
internal sealed class AssistantConfigurationKeys() : AssistantConfigurationRule(new PolicyMetadata("assistant-configuration-keys")
{
    Title = "The assistant's configuration has only keys that exist",
    Description = "Since release 2026.1.20 the assistant refuses to start on a key that its schema does not have, also on the many that articles invented.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("B2")],
    Remedy = "Remove the key, and check the file with `openclaw config validate`.",
    Url = "https://docs.openclaw.ai/gateway/configuration",
})
{
    // Looking for the nearest key takes time, and nobody misspells more than some.
    private const int MostNearest = 20;

    /// <inheritdoc/>
    protected override void Check(AssistantConfiguration configuration, Property document, RuleReport report)
    {
        Check(AssistantSchema.Root, document, report);
        foreach (var (path, keys) in AssistantSchema.Sections)
        {
            Check(keys, path.Aggregate(document, (place, key) => place[key]), report);
        }

        // Lists of agents may say what the defaults say; the schema of an entry is another one, so only invented keys count.
        foreach (var agent in document["agents"]["list"].Items.Concat(document["agents"]["entries"].Entries.Select(entry => entry.Value)))
        {
            CheckInvented(AssistantSchema.Agent, agent, report);
        }

        foreach (var provider in document["models"]["providers"].Entries.Select(entry => entry.Value))
        {
            Check(AssistantSchema.Provider, provider, report);
            foreach (var model in provider["models"].Items)
            {
                Check(AssistantSchema.Model, model, report);
            }
        }
    }

    private static void CheckInvented(AssistantSchemaObject schema, Property place, RuleReport report)
    {
        foreach (var (key, replacement) in schema.Invented)
        {
            if (place[key].Exists)
            {
                report.Violation(place[key], replacement);
            }
        }
    }

    private static void Check(AssistantSchemaObject schema, Property place, RuleReport report)
    {
        var unknown = 0;
        foreach (var (key, value) in place.Entries)
        {
            if (schema.Invented.TryGetValue(key, out var replacement))
            {
                report.Violation(value, replacement);
            }
            else if (!schema.Keys.Contains(key) && key != "$include")
            {
                report.Violation(value, ++unknown <= MostNearest && schema.Nearest(key) is { } nearest ? $"a key of the schema, such as {nearest}" : "a key of the schema");
            }
        }
    }
}
