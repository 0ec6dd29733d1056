using System.Globalization;
using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;

namespace Clawdbot.Infra.Local;

/// <summary>What the containers of a local system have in common.</summary>
internal static class LocalContainer
{
    /// <summary>
    /// A container without privileges that comes back after a crash. Its root file system is not read-only: the provider unpacks uploaded
    /// files at <c>/</c>, which Docker refuses where the root is read-only. The user is not root, so the uploaded files are safe from it.
    /// </summary>
    internal static ContainerArgs Describe(string containerName, RemoteImage image, Input<string> network, int userId, Dictionary<string, string> labels) => new()
    {
        Name = containerName,
        Image = image.ImageId,
        User = string.Create(CultureInfo.InvariantCulture, $"{userId}:{userId}"),
        Capabilities = new ContainerCapabilitiesArgs { Drops = { "ALL" } },
        SecurityOpts = { "no-new-privileges:true" },
        NetworksAdvanced = { new ContainerNetworksAdvancedArgs { Name = network, Aliases = { containerName } } },
        Restart = LocalModelServerDefaults.RestartPolicy,
        LogDriver = "json-file",
        LogOpts = { ["max-size"] = LocalModelServerDefaults.LogSize, ["max-file"] = LocalModelServerDefaults.LogFiles },
        Labels = labels.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ContainerLabelArgs { Label = pair.Key, Value = pair.Value }).ToArray(),
    };

    /// <summary>A file that everybody in the container may read and nobody there may change.</summary>
    internal static ContainerUploadArgs File(string path, Input<string> content, bool executable = false) =>
        new() { File = path, Content = content, Permissions = executable ? "0555" : "0444" };

    internal static ContainerPortArgs Published(int port, string bindAddress, int publishedPort) =>
        new() { Internal = port, External = publishedPort, Ip = bindAddress, Protocol = "tcp" };

    internal static ContainerHealthcheckArgs Health(int startSeconds, params string[] command) => new()
    {
        Tests = new InputList<string> { "CMD" }.Concat(command),
        Interval = "10s",
        Timeout = "8s",
        Retries = 3,
        StartPeriod = string.Create(CultureInfo.InvariantCulture, $"{startSeconds}s"),
    };

    /// <summary>Two containers of one name cannot be, and two writers of one volume must not be.</summary>
    internal static CustomResourceOptions Replaced(Resource parent) => new() { Parent = parent, DeleteBeforeReplace = true };
}
