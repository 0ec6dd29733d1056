using Pulumi;

namespace Clawdbot.Infra.Assistant;

/// <summary>Arguments of <see cref="ClawdbotAssistant"/>.</summary>
public sealed class ClawdbotAssistantArgs : ResourceArgs
{
    /// <summary>What to run.</summary>
    public required ClawdbotAssistantSpec Spec { get; init; }

    /// <summary>Namespace of the assistant and the gateway.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Secret with the token that the assistant presents to the gateway, key <see cref="ClawdbotAssistantDefaults.GatewayTokenKey"/>.</summary>
    [Input("gatewayTokenSecretName")]
    public Input<string> GatewayTokenSecretName { get; init; } = ClawdbotAssistantDefaults.GatewayTokenSecret;

    /// <summary>Secret with the certificate authority of the gateway, key <see cref="ClawdbotAssistantDefaults.AuthorityKey"/>.</summary>
    [Input("gatewayCertificateSecretName")]
    public Input<string> GatewayCertificateSecretName { get; init; } = ClawdbotAssistantDefaults.GatewayCertificateSecret;

    /// <summary>Priority class of the pods, such as <see cref="Platform.PriorityClasses.Critical"/>; pass the output of its maker to wait for it.</summary>
    /// <value>Default: null, no class.</value>
    [Input("priorityClassName")]
    public Input<string>? PriorityClassName { get; init; }

    /// <summary>Changes whenever that token does, so that the assistant starts anew with it; never the token itself.</summary>
    public string GatewayTokenVersion { get; init; } = "1";

    /// <summary>
    /// Token of the Telegram bot; required when the channel is on. Pass a secret. Not an input of the component, so that the value is
    /// recorded in one place only, the Secret.
    /// </summary>
    public Input<string>? TelegramBotToken { get; init; }

    /// <summary>Private ssh key for the Mac, in OpenSSH format; required when iMessage is on. Pass a secret. Recorded as the bot's token is.</summary>
    public Input<string>? MacPrivateKey { get; init; }
}
