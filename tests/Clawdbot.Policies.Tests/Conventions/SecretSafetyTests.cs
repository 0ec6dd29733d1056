using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Conventions;

/// <summary>No rule shows a secret, wherever one stands.</summary>
public sealed class SecretSafetyTests
{
    private const string Mark = "s3cr3t";
    private const double Number = 48151623;

    private static readonly PolicyEvaluator Evaluator = new(PolicyCatalogue.All, PolicyConfiguration.Production);

    public static TheoryData<string> Stacks { get; } = new(SampleStacks.All.Keys);

    [Theory]
    [MemberData(nameof(Stacks))]
    public void No_message_holds_a_secret(string name)
    {
        var stack = SampleStacks.All[name].Select(sample => sample.Resource).ToArray();
        var leaks = stack.AsParallel().AsOrdered().SelectMany((resource, index) => PropertyTree.Places(resource.Properties.Raw!)
            .SelectMany(place => Secrets(place.Value), (place, secret) => (place.Steps, Secret: secret))
            .SelectMany(copy => Leaks(stack, index, copy.Steps, copy.Secret))).Distinct().ToList();
        Assert.Equal([], leaks);
    }

    private static IEnumerable<string> Leaks(PolicyResource[] stack, int index, object[] steps, PropertyValue secret)
    {
        var changed = PropertyTree.With(stack[index], PropertyTree.With(stack[index].Properties.Raw!, steps, new PropertyValue.Secret(secret)));
        PolicyResource[] resources = [.. stack[..index], changed, .. stack[(index + 1)..]];
        var findings = Evaluator.Check(changed);
        findings.Add(Evaluator.Check(new PolicyStack(resources)));
        return findings.Violations.Select(v => $"{v.Rule.Id}: {v.Subject}: {v.Message}")
            .Concat(findings.NotApplicable.Select(n => $"{n.Rule.Id}: {n.Subject}: {n.Reason}"))
            .Where(text => text.Contains(Mark, StringComparison.OrdinalIgnoreCase) || text.Contains(Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    // Other contents with a mark in them, of the same shape where it has one.
    private static IEnumerable<PropertyValue> Secrets(PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.Text text when RelaxedJson.TryParse(text.Value) is PropertyValue.Map document:
                return Trees(document).Select(tree => new PropertyValue.Text(Json(tree))).Prepend(Text(Mark));
            case PropertyValue.Text text:
                return [Text(Mark.ToUpperInvariant() + "-1"), Text($"{text.Value}-{Mark}"), Text($"{Mark}-{text.Value}"), .. text.Value.Contains('=') ? [Text(text.Value.Replace("=", $"={Mark}"))] : Array.Empty<PropertyValue>()];
            case PropertyValue.Number:
                return [new PropertyValue.Number(Number), Text(Mark)];
            case PropertyValue.Flag:
                return [Text(Mark)];
            default:
                return Trees(value).Append(Text(Mark));
        }
    }

    // Texts behind and before the mark; keys likewise, and one more key in each object.
    private static IEnumerable<PropertyValue> Trees(PropertyValue tree) =>
    [
        PropertyTree.Mapped(tree, text => Text($"{text}-{Mark}"), key => key),
        PropertyTree.Mapped(tree, text => Text($"{Mark}-{text}"), key => key),
        PropertyTree.Mapped(tree, Text, key => $"{key}-{Mark}"),
        .. tree is PropertyValue.Map map
            ? map.Entries.Select(entry => map.With(entry.Key, PropertyTree.Mapped(entry.Value, Text, key => $"{key}-{Mark}"))).Append(map.With($"{Mark}-key", Text($"{Mark}-value")))
            : [],
    ];

    private static PropertyValue Text(string text) => new PropertyValue.Text(text);

    private static string Json(PropertyValue value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, value);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.Map map:
                json.WriteStartObject();
                foreach (var (key, member) in map.Entries)
                {
                    json.WritePropertyName(key);
                    Write(json, member);
                }

                json.WriteEndObject();
                break;
            case PropertyValue.List list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case PropertyValue.Text text:
                json.WriteStringValue(text.Value);
                break;
            case PropertyValue.Number number:
                json.WriteNumberValue(number.Value);
                break;
            case PropertyValue.Flag flag:
                json.WriteBooleanValue(flag.Value);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
