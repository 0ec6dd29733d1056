using Clawdbot.Infra.Assistant;
using Pulumi;

namespace Clawdbot.Infra.Local;

/// <summary>Arguments of <see cref="LocalAssistant"/>.</summary>
public sealed class LocalAssistantArgs : ResourceArgs
{
    /// <summary>What to run. Storage size and class have no meaning here.</summary>
    public required ClawdbotAssistantSpec Spec { get; init; }

    /// <summary>Network of the system.</summary>
    [Input("networkName", required: true)]
    public required Input<string> NetworkName { get; init; }

    /// <summary>Where the models are reached inside the network, ending in <c>/v1</c>: the gateway, or a model server where there is none.</summary>
    public string ModelsUrl { get; init; } = LocalAssistantDefaults.ModelsUrl;

    /// <summary>Token or key for that. Pass a secret. Not an input of the component, so that it is recorded in one place only.</summary>
    public required Input<string> ModelToken { get; init; }

    /// <summary>File of the machine with the certificate authority of the gateway, as PEM; null where every program trusts its certificate, or without TLS.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>Token of the Telegram bot; required when the channel is on. Pass a secret. Recorded as the other token is.</summary>
    public Input<string>? TelegramBotToken { get; init; }

    /// <summary>Address of the machine that the port is published on.</summary>
    /// <value><see cref="LocalModelServerDefaults.BindAddress"/>: this machine only.</value>
    public string BindAddress { get; init; } = LocalModelServerDefaults.BindAddress;

    /// <summary>Port of the machine.</summary>
    /// <value>1024 to 65535.</value>
    public int Port { get; init; } = ClawdbotAssistantDefaults.Port;
}
