using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Observability;

/// <summary>An alert in a PrometheusRule: https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Rule</summary>
/// <param name="Root">Its place.</param>
/// <param name="Group">The group that it stands in, whose labels it has too.</param>
internal sealed record AlertRule(Property Root, Property Group)
{
    /// <summary>The API group of the operator's objects.</summary>
    public const string ApiGroup = "monitoring.coreos.com";

    /// <summary>The name.</summary>
    public string Name => Root["alert"].Text ?? "";

    /// <summary>Its severity.</summary>
    public Property Severity => Root["labels"]["severity"].Exists || Group["labels"]["severity"].IsMissing ? Root["labels"]["severity"] : Group["labels"]["severity"];

    /// <summary>Whether it fires without anything being wrong: to show that alerts arrive, or for other alerts to refer to.</summary>
    public bool IsTechnical => Name.Contains("Watchdog", StringComparison.OrdinalIgnoreCase) || Name.Contains("DeadMan", StringComparison.OrdinalIgnoreCase) || Name == "InfoInhibitor";

    /// <summary>The alerts of an object; none when it is no PrometheusRule.</summary>
    public static IEnumerable<AlertRule> Of(KubernetesObject item) => item is { Kind: "PrometheusRule", Group: ApiGroup }
        ? item.Spec["groups"].Items.SelectMany(group => group["rules"].Items.Where(rule => rule["alert"].Exists).Select(rule => new AlertRule(rule, group)))
        : [];
}
