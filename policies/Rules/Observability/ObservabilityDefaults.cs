namespace Clawdbot.Policies.Rules.Observability;

/// <summary>Choices of the rules about alerts and metrics.</summary>
internal static class ObservabilityDefaults
{
    /// <summary>Severities that a person can tell apart: call somebody, a ticket, for the record.</summary>
    public static readonly IReadOnlyList<string> Severities = ["critical", "warning", "info"];

    /// <summary>Seconds that a cause has to last: two scrapes at the usual interval of 30 s, so that one that failed calls nobody.</summary>
    public const double ShortestSeconds = 60;
}
