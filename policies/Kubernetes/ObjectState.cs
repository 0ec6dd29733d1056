using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>Where an object comes from: a person, a controller, a cluster.</summary>
internal static class ObjectState
{
    /// <summary>Whether a controller made it; what it says is then the owner's doing. When its owners cannot be read, somebody set them.</summary>
    public static bool IsOwned(this KubernetesObject item) => !item.Metadata.IsUnreadable && item.Metadata["ownerReferences"] is var owners && (owners.IsUnreadable || owners.Items.Any());

    /// <summary>Whether a controller made it, for rules that find fault with what nobody owns.</summary>
    /// <exception cref="UnknownValueException">That is not known yet.</exception>
    public static bool HasOwner(this KubernetesObject item) => item.Metadata["ownerReferences"].Items.Any();

    /// <summary>Whether it was read from a cluster, which fills in defaults: what is set there need not be what anybody asked for.</summary>
    public static bool IsLive(this KubernetesObject item) =>
        item.Metadata["uid"] is var uid && (uid.IsUnreadable || uid.Exists)
        || item.Metadata["resourceVersion"] is var version && (version.IsUnreadable || version.Exists);

    /// <summary>Whether it is part of a Helm chart's installation or test, made and removed by Helm.</summary>
    /// <exception cref="UnknownValueException">That is not known yet.</exception>
    public static bool IsHelmHook(this KubernetesObject item) => item.Annotations["helm.sh/hook"].Exists;
}
