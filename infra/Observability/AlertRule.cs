using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability;

/// <summary>One alert of Prometheus. Several rules may share a name when each concerns another pool or card.</summary>
/// <param name="Name">Name of the alert, and of its page in <c>docs/runbooks</c>: letters and digits, starting with a capital.</param>
/// <param name="Severity">How soon a person must look.</param>
/// <param name="ForSeconds">Seconds that the condition must last, at least two scrapes.</param>
/// <param name="Expression">PromQL that both Prometheus 2.42 and 3.x accept; a result means that the condition holds.</param>
/// <param name="Summary">One line, with the templates of Prometheus.</param>
/// <param name="Description">What it means, with the figures of the plan; the templates of Prometheus.</param>
public sealed record AlertRule(string Name, AlertSeverity Severity, int ForSeconds, string Expression, string Summary, string Description)
{
    /// <summary>Labels added to those of the result, apart from the severity.</summary>
    /// <value>Empty by default.</value>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Value of the label <c>severity</c>.</summary>
    public string SeverityLabel => Severity switch
    {
        AlertSeverity.Critical => "critical",
        AlertSeverity.Warning => "warning",
        _ => "info",
    };
}
