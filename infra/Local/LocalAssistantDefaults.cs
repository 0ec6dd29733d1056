namespace Clawdbot.Infra.Local;

/// <summary>Choices of <see cref="LocalAssistant"/>.</summary>
public static class LocalAssistantDefaults
{
    /// <summary>Name of the container, and its host name in the network.</summary>
    public const string ContainerName = "assistant";

    /// <summary>Volume with conversations, pairings and the workspace.</summary>
    public const string StateVolume = "clawdbot-assistant-state";

    /// <summary>Volume with the key of the stored credentials.</summary>
    public const string KeyVolume = "clawdbot-assistant-keys";

    /// <summary>Where the models are: the access tier under its name in the network.</summary>
    public const string ModelsUrl = "https://gateway:8443/v1";

    /// <summary>Seconds until the assistant must have started; as on Kubernetes.</summary>
    public const int StartSeconds = 300;
}
