namespace Clawdbot.Infra.Platform;

/// <summary>The namespaces that parts of the system agree on.</summary>
public static class WellKnownNamespaces
{
    /// <summary>Access tier, Router and assistant.</summary>
    public const string Gateway = "clawdbot";

    /// <summary>Model servers and their weights.</summary>
    public const string Models = "clawdbot-models";

    /// <summary>Prometheus and its exporters.</summary>
    public const string Monitoring = "monitoring";
}
