using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>Kubernetes label selectors: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/</summary>
internal static class LabelSelector
{
    /// <summary>
    /// Whether <paramref name="selector"/> (<c>matchLabels</c> and <c>matchExpressions</c>) selects <paramref name="labels"/>. An empty selector selects everything, a missing one
    /// nothing.
    /// </summary>
    /// <exception cref="UnknownValueException">Something that decides it is not known yet.</exception>
    public static bool Selects(Property selector, Property labels) =>
        selector.Exists
        && selector["matchLabels"].Entries.All(entry => Same(labels[entry.Key], entry.Value))
        && selector["matchExpressions"].Items.All(expression => Holds(expression, labels));

    /// <summary>Whether a plain map of labels, as a Service has it, selects <paramref name="labels"/>. An empty or missing one selects nothing.</summary>
    /// <exception cref="UnknownValueException">Something that decides it is not known yet.</exception>
    public static bool MapSelects(Property selector, Property labels)
    {
        var entries = selector.Entries.ToList();
        return entries.Count > 0 && entries.All(entry => Same(labels[entry.Key], entry.Value));
    }

    private static bool Same(Property left, Property right) => left.Scalar is { } text && text == right.Scalar;

    private static bool Holds(Property expression, Property labels)
    {
        var label = labels[expression["key"].Text ?? ""].Scalar;
        var isAmong = label is not null && expression["values"].Items.Any(value => value.Scalar == label);
        return expression["operator"].Text switch
        {
            "In" => isAmong,
            "NotIn" => !isAmong,
            "Exists" => label is not null,
            "DoesNotExist" => label is null,
            _ => false,
        };
    }
}
