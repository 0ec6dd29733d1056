using Pulumi;

namespace Clawdbot.Infra.Readiness;

/// <summary>Arguments of <see cref="LoadTest"/>.</summary>
public sealed class LoadTestArgs : ResourceArgs
{
    /// <summary>The load test in plain values.</summary>
    public required LoadTestSpec Spec { get; init; }

    /// <summary>Namespace of the gateway.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Secret with the gateway's certificate, of which only <c>ca.crt</c> is mounted.</summary>
    [Input("certificateSecretName", required: true)]
    public required Input<string> CertificateSecretName { get; init; }

    /// <summary>Secret with a token under the key <see cref="Gateway.GatewayDefaults.AssistantTokenKey"/>.</summary>
    [Input("tokenSecretName", required: true)]
    public required Input<string> TokenSecretName { get; init; }

    /// <summary>Priority class of the pods, such as <see cref="Platform.PriorityClasses.Batch"/>; pass the output of its maker to wait for it.</summary>
    /// <value>Default: null, no class.</value>
    [Input("priorityClassName")]
    public Input<string>? PriorityClassName { get; init; }
}
