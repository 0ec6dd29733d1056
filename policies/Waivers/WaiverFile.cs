using System.Globalization;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Waivers;

/// <summary>Reads a file of waivers.</summary>
internal static class WaiverFile
{
    /// <summary>The usual name, in the folder of the pack.</summary>
    public const string Name = "waivers.yaml";

    private const string Next = "Correct the waiver.";

    private const string Stacks = "stacks";

    private static readonly string[] Keys = ["rule", "resource", "reason", "owner", "expires", Stacks];
    private static readonly string[] Required = Keys[..5];

    /// <summary>The waivers.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="rules">The rules that exist.</param>
    /// <exception cref="InputException">The file is no YAML, or a waiver is wrong; lists every mistake.</exception>
    public static IReadOnlyList<Waiver> Read(string file, string text, IReadOnlyList<PolicyRule> rules)
    {
        var documents = YamlValues.Read(file, text);
        if (documents.Count == 0)
        {
            return [];
        }

        var root = documents[0].Value as PropertyValue.Map;
        if (documents.Count > 1 || root is null || root.Entries.Any(e => e.Key != "waivers") || root.Find("waivers") is not (PropertyValue.List or PropertyValue.Null))
        {
            throw InputException.Of(PolicyDiagnosticIds.Waiver, documents[0].At, "no file of waivers", "one document with the list 'waivers'", "Write it as docs/policies.md shows.");
        }

        var errors = new List<InputError>();
        var waivers = new List<Waiver>();
        var items = (root.Find("waivers") as PropertyValue.List)?.Items ?? [];
        for (var index = 0; index < items.Count; index++)
        {
            if (Read($"waivers[{index.ToString(CultureInfo.InvariantCulture)}]", ShownValue.OneLine(file), items[index], rules, errors) is { } waiver)
            {
                waivers.Add(waiver);
            }
        }

        InputException.ThrowIfAny(errors);
        return waivers;
    }

    private static Waiver? Read(string place, string file, PropertyValue item, IReadOnlyList<PolicyRule> rules, List<InputError> errors)
    {
        void Wrong(string id, string what, string value, string allowed, string next) => errors.Add(new InputError(id, $"{place}{what} in {file}", value, allowed, next));
        var before = errors.Count;
        if (item is not PropertyValue.Map map)
        {
            Wrong(PolicyDiagnosticIds.Waiver, "", ShownValue.Of(item), $"an object with {string.Join(", ", Required)}", Next);
            return null;
        }

        IReadOnlyList<string> stacks = [];
        foreach (var (key, value) in map.Entries)
        {
            if (!Keys.Contains(key, StringComparer.Ordinal))
            {
                Wrong(PolicyDiagnosticIds.Waiver, $".{ShownValue.OneLine(key)}", ShownValue.Of(value), string.Join(", ", Keys), NearestName.Suggestion(key, Keys) + Next);
            }
            else if (key == Stacks && (value is not PropertyValue.List { Items.Count: > 0 } list || !list.Items.All(item => item is PropertyValue.Text { Value.Length: > 0 })))
            {
                Wrong(PolicyDiagnosticIds.Waiver, $".{key}", ShownValue.Of(value), "a list of names of stacks", Next);
            }
            else if (key == Stacks)
            {
                stacks = [.. ((PropertyValue.List)value).Items.OfType<PropertyValue.Text>().Select(text => text.Value)];
            }
            else if (value is not PropertyValue.Text { Value.Length: > 0 })
            {
                Wrong(PolicyDiagnosticIds.Waiver, $".{key}", ShownValue.Of(value), "a text", Next);
            }
        }

        foreach (var key in Required.Where(key => map.Find(key) is null))
        {
            Wrong(PolicyDiagnosticIds.Waiver, $".{key}", "missing", key == "expires" ? "a day as yyyy-mm-dd" : "a text", "Add it: a waiver names rule, resource, reason, owner and its last day.");
        }

        string Text(string key) => (map.Find(key) as PropertyValue.Text)?.Value ?? "";
        var rule = Text("rule");
        var ids = rules.Select(r => r.Metadata.Id);
        if (rule.Length > 0 && !ids.Contains(rule, StringComparer.Ordinal))
        {
            Wrong(PolicyDiagnosticIds.UnknownRule, ".rule", ShownValue.Quoted(rule), "a rule of docs/policies.md", $"{NearestName.Suggestion(rule, ids)}{Next}");
        }

        if (!DateOnly.TryParseExact(Text("expires"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expires) && Text("expires").Length > 0)
        {
            Wrong(PolicyDiagnosticIds.Waiver, ".expires", ShownValue.Quoted(Text("expires")), "a day as yyyy-mm-dd", Next);
        }

        return errors.Count > before ? null : new Waiver(rule, Text("resource"), Text("reason"), Text("owner"), expires, $"{place} in {file}")
        {
            Stacks = stacks,
        };
    }
}
