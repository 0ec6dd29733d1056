using Clawdbot.Infra.Observability;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>One situation in which an alert fires, and the nearest one in which it does not.</summary>
/// <param name="Alert">Name of the alert.</param>
public sealed record AlertCase(string Alert)
{
    /// <summary>Series that make it fire.</summary>
    public required AlertSeries[] Fires { get; init; }

    /// <summary>Series that just do not.</summary>
    public required AlertSeries[] Quiet { get; init; }

    /// <summary>Labels of the result of the expression: <c>instance=r1,job=clawdbot</c>.</summary>
    public string Labels { get; init; } = "";

    /// <summary>The value as it stands in summary or description, after Prometheus has shortened it.</summary>
    public string Value { get; init; } = "";

    /// <summary>Minutes after the start at which the alert must fire, or stay quiet.</summary>
    public int At { get; init; } = 30;

    /// <summary>Whether the condition holds from the start, so that it must not fire before its time is over.</summary>
    public bool FromStart { get; init; }

    public AlertingPlan Plan { get; init; } = AlertPlans.Full;

    public IEnumerable<KeyValuePair<string, string>> ResultLabels =>
        Labels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
