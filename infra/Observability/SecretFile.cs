namespace Clawdbot.Infra.Observability;

/// <summary>A secret that Alertmanager reads from a file: the operator mounts the Secrets listed for it.</summary>
/// <param name="Secret">Name of the Secret, in the namespace of Alertmanager.</param>
/// <param name="Key">Key in it.</param>
public sealed record SecretFile(string Secret, string Key)
{
    /// <summary>Where the operator mounts the Secrets of <c>alertmanagerSpec.secrets</c>.</summary>
    public const string Root = "/etc/alertmanager/secrets";

    /// <summary>Path in Alertmanager's container.</summary>
    public string Path => $"{Root}/{Secret}/{Key}";
}
