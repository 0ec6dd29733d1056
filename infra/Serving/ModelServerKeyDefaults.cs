namespace Clawdbot.Infra.Serving;

/// <summary>Choices of <see cref="ModelServerKey"/>.</summary>
public static class ModelServerKeyDefaults
{
    /// <summary>Name of the Secret.</summary>
    public const string SecretName = "model-server-key";

    /// <summary>Key inside the Secret.</summary>
    public const string Key = "api-key";
}
