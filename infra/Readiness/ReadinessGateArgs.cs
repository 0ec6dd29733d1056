using Pulumi;

namespace Clawdbot.Infra.Readiness;

/// <summary>Arguments of <see cref="ReadinessGate"/>.</summary>
public sealed class ReadinessGateArgs : ResourceArgs
{
    /// <summary>The gate in plain values.</summary>
    public required ReadinessSpec Spec { get; init; }

    /// <summary>Namespace of the gateway; the secrets are there.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Namespace of the model servers; the claim is there.</summary>
    [Input("modelsNamespace", required: true)]
    public required Input<string> ModelsNamespace { get; init; }

    /// <summary>Secret with the gateway's certificate, of which only <c>ca.crt</c> is mounted.</summary>
    [Input("certificateSecretName", required: true)]
    public required Input<string> CertificateSecretName { get; init; }

    /// <summary>Secret with a token under the key <see cref="Gateway.GatewayDefaults.AssistantTokenKey"/>.</summary>
    [Input("tokenSecretName", required: true)]
    public required Input<string> TokenSecretName { get; init; }

    /// <summary>Secret with the operators' client certificate for etcd: <c>tls.crt</c>, <c>tls.key</c>, <c>ca.crt</c>; without a common name.</summary>
    [Input("etcdCertificateSecretName", required: true)]
    public required Input<string> EtcdCertificateSecretName { get; init; }

    /// <summary>Secret with the operators' <c>username</c> and <c>password</c>.</summary>
    [Input("etcdCredentialsSecretName", required: true)]
    public required Input<string> EtcdCredentialsSecretName { get; init; }

    /// <summary>Claim of the storage that its loader writes to.</summary>
    [Input("writerClaimName", required: true)]
    public required Input<string> WriterClaimName { get; init; }

    /// <summary>
    /// Claim that servers read from, where it is another one; null when it is the same. One claim must not be given twice: a pod with two
    /// volumes of one claim does not start.
    /// </summary>
    [Input("readerClaimName")]
    public Input<string>? ReaderClaimName { get; init; }

    /// <summary>Priority class of the pods, such as <see cref="Platform.PriorityClasses.Batch"/>; pass the output of its maker to wait for it.</summary>
    /// <value>Default: null, no class.</value>
    [Input("priorityClassName")]
    public Input<string>? PriorityClassName { get; init; }
}
