using System.Collections.Immutable;
using Pulumi;

namespace Clawdbot.Infra.Local;

/// <summary>Arguments of <see cref="LocalPrometheus"/>.</summary>
public sealed class LocalPrometheusArgs : ResourceArgs
{
    /// <summary>Network of the system.</summary>
    [Input("networkName", required: true)]
    public required Input<string> NetworkName { get; init; }

    /// <summary>What is asked, besides Prometheus itself.</summary>
    public required ImmutableArray<LocalScrapeTarget> Targets { get; init; }

    /// <summary>Text of a rules file; null for none.</summary>
    public string? Rules { get; init; }

    /// <summary>Token for the port of the assistant; needed by a target that presents it. Pass a secret. Not an input of the component, so that it is recorded in one place only.</summary>
    public Input<string>? AssistantToken { get; init; }

    /// <summary>Image.</summary>
    public string Image { get; init; } = LocalPrometheusDefaults.Image;

    /// <summary>Address of the machine that the port is published on. Prometheus asks nobody for a password.</summary>
    /// <value><see cref="LocalModelServerDefaults.BindAddress"/>: this machine only.</value>
    public string BindAddress { get; init; } = LocalModelServerDefaults.BindAddress;

    /// <summary>Port of the machine.</summary>
    /// <value>1024 to 65535.</value>
    public int Port { get; init; } = LocalPrometheusDefaults.Port;
}
