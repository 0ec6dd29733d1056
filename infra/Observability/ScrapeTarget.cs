using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability;

/// <summary>One kind of process that Prometheus asks for its figures.</summary>
public sealed record ScrapeTarget
{
    /// <summary>Value of the label <c>job</c>, which all rules and dashboards select by; also the name of the object.</summary>
    public required string Job { get; init; }

    /// <summary>Namespace of the processes.</summary>
    public required string Namespace { get; init; }

    /// <summary>Whether they are found through a Service; otherwise as pods, so that two Services of one pod do not count it twice.</summary>
    public bool ThroughService { get; init; }

    /// <summary>Labels of the pods or of the Service.</summary>
    public required ImmutableSortedDictionary<string, string> Selector { get; init; }

    /// <summary>Name of the port; empty when the number is given.</summary>
    public string Port { get; init; } = "";

    /// <summary>Number of the port, for charts that do not name it.</summary>
    public int PortNumber { get; init; }

    /// <summary>Path of the figures.</summary>
    public string Path { get; init; } = "/metrics";

    /// <summary>Labels that a pod or its node carries, by the label that the figures get.</summary>
    public ImmutableSortedDictionary<string, string> CopiedLabels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether the labels of the process itself win, as those of an exporter that speaks of other pods.</summary>
    public bool HonorLabels { get; init; }

    /// <summary>Whether a bearer token is sent.</summary>
    public bool WithToken { get; init; }
}
