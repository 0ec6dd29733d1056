using System.Text.Json.Nodes;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>Label selectors as the API server reads them: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/.</summary>
internal static class Selector
{
    /// <summary>Whether <paramref name="labels"/> satisfy <paramref name="selector"/>; an empty selector takes everything.</summary>
    public static bool Matches(JsonNode? selector, IReadOnlyDictionary<string, string> labels) =>
        selector.Map("matchLabels").All(pair => labels.GetValueOrDefault(pair.Key) == pair.Value)
        && selector.List("matchExpressions").All(expression => Satisfies(expression, labels));

    private static bool Satisfies(JsonNode expression, IReadOnlyDictionary<string, string> labels)
    {
        var value = labels.GetValueOrDefault(expression.Text("key"));
        var values = expression.List("values").Select(each => each.ToString());
        return expression.Text("operator") switch
        {
            "In" => value is not null && values.Contains(value),
            "NotIn" => value is null || !values.Contains(value),
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            var other => throw new InvalidOperationException($"No selector operator '{other}'."),
        };
    }
}
