using Clawdbot.Infra.Gateway;
using Pulumi;

namespace Clawdbot.Infra.Local;

/// <summary>Arguments of <see cref="LocalGateway"/>.</summary>
public sealed class LocalGatewayArgs : ResourceArgs
{
    /// <summary>The gateway in plain values. Exposure, certificate and replicas are Kubernetes' and have no meaning here; images are published or built on the machine.</summary>
    public required GatewaySpec Spec { get; init; }

    /// <summary>Network of the system.</summary>
    [Input("networkName", required: true)]
    public required Input<string> NetworkName { get; init; }

    /// <summary>
    /// Directory of the machine with <c>tls.crt</c> and <c>tls.key</c>, readable by user <see cref="GatewayDefaults.UserId"/>. The certificate has to name
    /// <c>gateway</c>, under which the assistant connects.
    /// </summary>
    public required string CertificateDirectory { get; init; }

    /// <summary>The key of the model servers. Pass a secret. Not an input of the component, so that it is recorded in one place only.</summary>
    public required Input<string> ModelServerKey { get; init; }

    /// <summary>Address of the machine that the port is published on.</summary>
    /// <value><see cref="LocalModelServerDefaults.BindAddress"/>: this machine only.</value>
    public string BindAddress { get; init; } = LocalModelServerDefaults.BindAddress;

    /// <summary>Port of the machine.</summary>
    /// <value>1024 to 65535.</value>
    public int Port { get; init; } = GatewayDefaults.HttpsPort;
}
