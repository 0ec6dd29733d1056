using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>What the rules about requests and limits share.</summary>
internal static class ContainerResources
{
    /// <summary>Processor time.</summary>
    public const string Cpu = "cpu";

    /// <summary>Memory.</summary>
    public const string Memory = "memory";

    /// <summary>Disk of the node.</summary>
    public const string EphemeralStorage = "ephemeral-storage";

    /// <summary>Whether amounts of <paramref name="resource"/> are bytes, of which there are no fractions: <c>128m</c> is an eighth of a byte where <c>128M</c> was meant.</summary>
    public static bool IsBytes(string resource) => resource is Memory or EphemeralStorage || resource.StartsWith("hugepages-", StringComparison.Ordinal);

    /// <summary>Whether <paramref name="resource"/> belongs to a device plugin or is huge pages: such things cannot be overcommitted, so request and limit must be the same.</summary>
    public static bool CannotBeOvercommitted(string resource) =>
        resource.StartsWith("hugepages-", StringComparison.Ordinal)
        || (resource.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && !resource[..slash].EndsWith("kubernetes.io", StringComparison.Ordinal));

    /// <summary>Whether <paramref name="container"/> may say what it needs: all but those that a person adds to a running pod.</summary>
    public static bool CanHaveResources(Container container) => container.Role != ContainerRole.Ephemeral;

    /// <summary>Whether the pod as a whole says <paramref name="resource"/> in <paramref name="list"/>, which its containers then share.</summary>
    public static bool IsSetForPod(Container container, string list, string resource) =>
        Quantity.At(container.Workload.Pod["resources"][list][resource]) is { IsPositive: true };
}
