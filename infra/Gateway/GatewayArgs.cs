using Pulumi;

namespace Clawdbot.Infra.Gateway;

/// <summary>Arguments of <see cref="Gateway"/>.</summary>
public sealed class GatewayArgs : ResourceArgs
{
    /// <summary>The gateway in plain values.</summary>
    public required GatewaySpec Spec { get; init; }

    /// <summary>Namespace of the objects.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Secret with the key of the model servers, in that namespace, under the key <see cref="Serving.ModelServerKeyDefaults.Key"/>.</summary>
    [Input("modelServerKeySecretName", required: true)]
    public required Input<string> ModelServerKeySecretName { get; init; }

    /// <summary>Secret with the client certificate for etcd, in that namespace: <c>tls.crt</c>, <c>tls.key</c>, <c>ca.crt</c>; the certificate without a common name.</summary>
    [Input("etcdCertificateSecretName", required: true)]
    public required Input<string> EtcdCertificateSecretName { get; init; }

    /// <summary>Secret with <c>username</c> and <c>password</c> for etcd, in that namespace.</summary>
    [Input("etcdCredentialsSecretName", required: true)]
    public required Input<string> EtcdCredentialsSecretName { get; init; }

    /// <summary>Priority class of the pods, such as <see cref="Platform.PriorityClasses.Critical"/>; pass the output of its maker to wait for it.</summary>
    /// <value>Default: null, no class.</value>
    [Input("priorityClassName")]
    public Input<string>? PriorityClassName { get; init; }

    /// <summary>User of the registry that images are pushed to; null uses the credentials of the machine. Not an input of the component, so that it is recorded in one place only.</summary>
    public Input<string>? RegistryUser { get; init; }

    /// <summary>Password of that user; pass a secret. Not an input of the component, either.</summary>
    public Input<string>? RegistryPassword { get; init; }
}
