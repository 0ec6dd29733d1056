namespace Clawdbot.Infra.Platform;

/// <summary>The namespaces that parts of the system agree on.</summary>
public static class WellKnownNamespaces
{
    /// <summary>Access tier, Router and assistant.</summary>
    public const string Gateway = "clawdbot";

    /// <summary>Model servers and their weights.</summary>
    public const string Models = "clawdbot-models";

    /// <summary>The members that hold the live configuration, and their backups.</summary>
    public const string Etcd = "clawdbot-etcd";

    /// <summary>Rook and the Ceph daemons, which need more than Pod Security <c>restricted</c> allows.</summary>
    public const string Rook = "rook-ceph";

    /// <summary>Prometheus and its exporters.</summary>
    public const string Monitoring = "monitoring";

    /// <summary>Programs that run on every node and need its devices: GPU plugin, GPU and node exporters. Nothing else may be privileged beside Rook.</summary>
    public const string NodeAgents = "node-agents";

    /// <summary>cert-manager; the key of a ClusterIssuer lies here too.</summary>
    public const string CertManager = "cert-manager";

    /// <summary>KEDA.</summary>
    public const string Keda = "keda";

    /// <summary>Programs of the cluster itself; it exists in every cluster.</summary>
    public const string KubeSystem = "kube-system";
}
