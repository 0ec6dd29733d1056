using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Pulumi;

namespace Clawdbot.Infra.Local;

/// <summary>Arguments of <see cref="LocalModelServer"/>.</summary>
public sealed class LocalModelServerArgs : ResourceArgs
{
    /// <summary>What to run; one replica.</summary>
    public required ModelPoolSpec Spec { get; init; }

    /// <summary>Directory of the machine with the model files, mounted read-only.</summary>
    public required ModelVolume.HostPath Models { get; init; }

    /// <summary>Network to join; null makes one of its own, which only one server of a machine can do.</summary>
    [Input("networkName")]
    public Input<string>? NetworkName { get; init; }

    /// <summary>Address of the machine that the API is published on.</summary>
    /// <value><see cref="LocalModelServerDefaults.BindAddress"/>: this machine only.</value>
    public string BindAddress { get; init; } = LocalModelServerDefaults.BindAddress;

    /// <summary>Port of the machine that the API is published on.</summary>
    /// <value>1024 to 65535; <see cref="VllmDefaults.Port"/> by default.</value>
    public int Port { get; init; } = VllmDefaults.Port;

    /// <summary>
    /// The key that clients present. Pass a secret. Not an input of the component, so that the value is recorded in one place only,
    /// the container's environment.
    /// </summary>
    public required Input<string> ApiKey { get; init; }
}
