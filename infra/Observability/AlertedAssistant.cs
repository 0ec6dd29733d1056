namespace Clawdbot.Infra.Observability;

/// <summary>What the plan says about the assistant, as far as alerts need it.</summary>
public sealed record AlertedAssistant
{
    /// <summary>Memory limit of the pod in MiB.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>Name of the Deployment and beginning of its pod names.</summary>
    /// <value>Default: <c>assistant</c>.</value>
    public string Deployment { get; init; } = "assistant";

    /// <summary>Whether the assistant exports its own metrics: the plugin <c>diagnostics-prometheus</c>, which is not part of its image.</summary>
    /// <value>Default: false.</value>
    public bool HasMetrics { get; init; }
}
