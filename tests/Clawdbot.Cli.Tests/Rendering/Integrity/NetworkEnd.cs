using System.Net;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>One end of a connection: a pod, or an address outside the cluster.</summary>
/// <param name="Namespace">Null outside the cluster.</param>
/// <param name="Labels">Labels of the pod.</param>
/// <param name="Ports">Its named ports.</param>
/// <param name="Address">Its address.</param>
internal sealed record NetworkEnd(string? Namespace, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, int> Ports, IPAddress Address)
{
    // Pods of EKS have addresses of the network that the cluster stands in.
    private static readonly IPAddress PodAddress = IPAddress.Parse("10.0.40.7");

    public static NetworkEnd Pod(PodTemplate pod) => new(pod.Namespace, pod.Labels, pod.Ports, PodAddress);

    public static NetworkEnd Pod(string space, params (string Key, string Value)[] labels) =>
        new(space, labels.ToDictionary(label => label.Key, label => label.Value), new Dictionary<string, int>(), PodAddress);

    public static NetworkEnd Outside(string address) => new(null, new Dictionary<string, string>(), new Dictionary<string, int>(), IPAddress.Parse(address));
}
