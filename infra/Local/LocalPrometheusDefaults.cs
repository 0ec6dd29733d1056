namespace Clawdbot.Infra.Local;

/// <summary>Choices of <see cref="LocalPrometheus"/>.</summary>
public static class LocalPrometheusDefaults
{
    /// <summary>The release with long-term support of July 2025, user <c>nobody</c>, promtool inside. By tag only: no digest could be verified. https://prometheus.io/docs/introduction/release-cycle/</summary>
    public const string Image = "prom/prometheus:v3.5.0";

    /// <summary>User <c>nobody</c> of the image.</summary>
    public const int UserId = 65534;

    /// <summary>Name of the container, and its host name in the network.</summary>
    public const string ContainerName = "prometheus";

    /// <summary>Port of page and API.</summary>
    public const int Port = 9090;

    /// <summary>Volume with the measurements.</summary>
    public const string DataVolume = "clawdbot-prometheus";

    /// <summary>Where the image keeps them.</summary>
    public const string DataPath = "/prometheus";

    /// <summary>The configuration, in a directory that the image does not have, so that none of its own files is meant.</summary>
    public const string ConfigurationFile = "/etc/clawdbot/prometheus.yml";

    /// <summary>The rules.</summary>
    public const string RulesFile = "/etc/clawdbot/rules.yml";

    /// <summary>The token of the assistant.</summary>
    public const string TokenFile = "/etc/clawdbot/assistant-token";

    /// <summary>As on Kubernetes, so that the windows of the rules hold as many samples.</summary>
    public const string ScrapeInterval = "15s";

    /// <summary>Two weeks show last week's Monday beside this one.</summary>
    public const string Retention = "15d";

    /// <summary>What a personal machine can spare.</summary>
    public const string RetentionSize = "5GB";

    /// <summary>Memory in MiB; a handful of targets needs a tenth of it.</summary>
    public const int MemoryMiB = 1024;

    /// <summary>Seconds until it must be ready; replaying its log takes the time.</summary>
    public const int StartSeconds = 120;

    /// <summary>Seconds to write what is in memory.</summary>
    public const int StopSeconds = 60;
}
