using Pulumi;

namespace Clawdbot.Infra.Etcd;

/// <summary>Arguments of <see cref="EtcdCluster"/>.</summary>
public sealed class EtcdClusterArgs : ResourceArgs
{
    /// <summary>What to run.</summary>
    public required EtcdClusterSpec Spec { get; init; }

    /// <summary>Namespace of the members. Must resolve to <see cref="Platform.WellKnownNamespaces.Etcd"/>, which stands in the certificates.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Namespace of the gateway, which gets certificates and passwords of its users.</summary>
    [Input("gatewayNamespace", required: true)]
    public required Input<string> GatewayNamespace { get; init; }

    /// <summary>Namespace of cert-manager, as <see cref="EtcdNames.CertManager"/>; pass its output to wait for it.</summary>
    [Input("certManagerNamespace", required: true)]
    public required Input<string> CertManagerNamespace { get; init; }

    /// <summary>
    /// Priority class of the backup and of the Job that makes users, such as <see cref="Platform.PriorityClasses.Batch"/>; pass the output of its
    /// maker to wait for it. Members have a class of their own.
    /// </summary>
    /// <value>Default: null, no class.</value>
    [Input("jobPriorityClassName")]
    public Input<string>? JobPriorityClassName { get; init; }
}
