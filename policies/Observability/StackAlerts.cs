using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Observability;

/// <summary>The alerts of a stack, as far as they are known.</summary>
internal sealed class StackAlerts
{
    private StackAlerts(PolicyStack stack) => Expressions = [.. stack.OfKind("PrometheusRule").Where(item => item.Group == AlertRule.ApiGroup).SelectMany(Of)];

    /// <summary>The places of the expressions; texts stand there.</summary>
    public IReadOnlyList<Property> Expressions { get; }

    /// <summary>Why there may be other alerts; null when all are known.</summary>
    public UnknownValueException? Gap { get; private set; }

    /// <summary>The alerts of <paramref name="stack"/>.</summary>
    public static StackAlerts In(PolicyStack stack) => stack.View(s => new StackAlerts(s));

    /// <summary>Whether the expression of some alert is one that <paramref name="isIt"/> accepts.</summary>
    /// <exception cref="UnknownValueException">None is, but one that is not known yet may be.</exception>
    public bool Any(Predicate<string> isIt) => Expressions.Any(expression => isIt(expression.Text!)) || (Gap is { } gap ? throw gap : false);

    // An unknown place hides what stands in it, and nothing else.
    private IEnumerable<Property> Of(KubernetesObject item) =>
        Items(item.Spec["groups"]).SelectMany(group => Items(group["rules"])).Where(rule => Known(rule["alert"]) && rule["alert"].Exists && Known(rule["expr"])).Select(rule => rule["expr"])
            .Where(expression => expression.Text is not null);

    private IEnumerable<Property> Items(Property list) => Known(list) ? list.Items.Where(Known) : [];

    private bool Known(Property place)
    {
        if (place.IsUnreadable)
        {
            Gap ??= new UnknownValueException(place, place.IsSecret ? "is a secret that cannot be looked at" : "is known only after the deployment");
        }

        return !place.IsUnreadable;
    }
}
