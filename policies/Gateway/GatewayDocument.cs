using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Gateway;

/// <summary>One of the two documents that tell the gateway's programs everything, in a ConfigMap or uploaded into a container of Docker: docs/gateway-settings.md.</summary>
internal sealed class GatewayDocument
{
    /// <summary>The document of the access tier.</summary>
    public const string AccessTier = "access-tier.json";

    /// <summary>The document of the Router.</summary>
    public const string Router = "router.json";

    private const string DockerContainer = "docker:index/container:Container";

    private GatewayDocument(string name, Property text, KubernetesObject? item)
    {
        Name = name;
        Text = text;
        Object = item;
    }

    /// <summary><see cref="AccessTier"/> or <see cref="Router"/>.</summary>
    public string Name { get; }

    /// <summary>The place of the text.</summary>
    public Property Text { get; }

    /// <summary>The ConfigMap; null for one of Docker.</summary>
    public KubernetesObject? Object { get; }

    /// <summary>Whether resources of the type <paramref name="type"/> may hold one.</summary>
    public static bool MayBeIn(string type) => type == DockerContainer || type.StartsWith("kubernetes:core/v1:ConfigMap", StringComparison.Ordinal) || type == "kubernetes:core/v1:List";

    /// <summary>The documents in <paramref name="resource"/>.</summary>
    public static IEnumerable<GatewayDocument> Of(PolicyResource resource)
    {
        if (resource.Type == DockerContainer)
        {
            return Uploads(resource)
                .Select(upload => (Name: FileName(upload["file"]), upload))
                .Where(found => IsOne(found.Name))
                .Select(found => new GatewayDocument(found.Name, found.upload["content"], null));
        }

        return resource.Objects
            .Where(item => item is { Kind: "ConfigMap", Group.Length: 0 } && !item.Root["data"].IsUnreadable)
            .SelectMany(item => item.Root["data"].Entries.Where(file => IsOne(file.Key)).Select(file => new GatewayDocument(file.Key, file.Value, item)));
    }

    /// <summary>The readable texts in ConfigMaps and uploads, with their file names.</summary>
    public static IEnumerable<(string File, Property Text)> Texts(PolicyResource resource) => resource.Type == DockerContainer
        ? Uploads(resource).Select(upload => (FileName(upload["file"]), upload["content"])).Where(found => !found.Item2.IsUnreadable)
        : resource.Objects
            .Where(item => item is { Kind: "ConfigMap", Group.Length: 0 } && !item.Root["data"].IsUnreadable)
            .SelectMany(item => item.Root["data"].Entries)
            .Where(file => !file.Value.IsUnreadable)
            .Select(file => (file.Key, file.Value));

    private static IEnumerable<Property> Uploads(PolicyResource resource) =>
        resource["uploads"].IsUnreadable ? [] : resource["uploads"].Items.Where(upload => !upload.IsUnreadable);

    private static bool IsOne(string name) => name is AccessTier or Router;

    private static string FileName(Property file) => file is { IsUnreadable: false, Text: { } path } ? path[(path.LastIndexOf('/') + 1)..] : "";
}
