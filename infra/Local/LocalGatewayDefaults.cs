namespace Clawdbot.Infra.Local;

/// <summary>Choices of <see cref="LocalGateway"/>.</summary>
public static class LocalGatewayDefaults
{
    /// <summary>Directory of the machine with the certificate of the gateway and its authority.</summary>
    public const string CertificateDirectory = "/srv/clawdbot/certificates";

    /// <summary>File of the authority in that directory, which the assistant trusts.</summary>
    public const string AuthorityFile = "ca.crt";

    /// <summary>Environment variable with the path of the settings document; the same as in the pods.</summary>
    public const string SettingsVariable = "CLAWDBOT_SETTINGS";

    /// <summary>Memory file systems for scratch files, writable by the user of the images.</summary>
    public const string RuntimeFileSystem = "mode=1777,size=64m";

    /// <summary>Memory of each container in MiB: the cache of the Router has 128, the rest is for requests.</summary>
    public const int MemoryMiB = 1024;

    /// <summary>Seconds until each must be ready.</summary>
    public const int StartSeconds = 60;
}
