using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>
/// Who may connect to whom, by the NetworkPolicies of a stack: a connection needs the leave of both sides, and a side that no policy selects
/// gives it (https://kubernetes.io/docs/concepts/services-networking/network-policies/).
/// </summary>
/// <param name="policies">NetworkPolicies.</param>
/// <param name="spaces">Labels of the namespaces; <c>kubernetes.io/metadata.name</c> is added.</param>
/// <param name="blocksTakePods">
/// Whether an <c>ipBlock</c> counts for a pod whose address it holds. Network plug-ins differ (Calico and the one of AWS: yes; Cilium: no), so
/// what must work is asked with false and what must not with true.
/// </param>
internal sealed class NetworkModel(IEnumerable<KubernetesObject> policies, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> spaces, bool blocksTakePods)
{
    private readonly KubernetesObject[] _policies = [.. policies];

    public static NetworkModel Of(StackObjects objects, bool blocksTakePods) =>
        new(objects.Of("NetworkPolicy"), objects.Of("Namespace").ToDictionary(space => space.Name, space => space.Labels), blocksTakePods);

    /// <summary>Whether <paramref name="from"/> may connect to <paramref name="port"/> of <paramref name="to"/>.</summary>
    public bool Allows(NetworkEnd from, NetworkEnd to, int port, string protocol = "TCP") =>
        Allows("Egress", from, to, to, port, protocol) && Allows("Ingress", to, from, to, port, protocol);

    /// <summary>Whether <paramref name="to"/> takes the connection, whatever the other side may.</summary>
    public bool Takes(NetworkEnd from, NetworkEnd to, int port, string protocol = "TCP") => Allows("Ingress", to, from, to, port, protocol);

    private bool Allows(string direction, NetworkEnd self, NetworkEnd other, NetworkEnd listener, int port, string protocol)
    {
        var binding = _policies.Where(policy => Selects(policy, self) && Types(policy).Contains(direction)).ToList();
        return binding.Count == 0 || binding.Any(policy => policy.Body.List("spec", direction == "Egress" ? "egress" : "ingress").Any(rule =>
            PortMatches(rule, listener, port, protocol) && PeerMatches(policy, rule, direction == "Egress" ? "to" : "from", other)));
    }

    private static bool Selects(KubernetesObject policy, NetworkEnd end) =>
        end.Namespace is { } space && policy.Namespace == space && Selector.Matches(policy.Body.At("spec", "podSelector"), end.Labels);

    private static IEnumerable<string> Types(KubernetesObject policy) => policy.Body.At("spec", "policyTypes") is null
        ? policy.Body.At("spec", "egress") is null ? ["Ingress"] : ["Ingress", "Egress"]
        : policy.Body.List("spec", "policyTypes").Select(type => type.ToString());

    private static bool PortMatches(JsonNode rule, NetworkEnd listener, int port, string protocol)
    {
        var ports = rule.List("ports").ToList();
        return ports.Count == 0 || ports.Any(each =>
            (each.Text("protocol") is { Length: > 0 } named ? named : "TCP") == protocol
            && (each.At("port") is null || Number(each.Text("port"), listener) is { } first && port >= first && port <= (int.TryParse(each.Text("endPort"), CultureInfo.InvariantCulture, out var last) ? last : first)));
    }

    private static int? Number(string port, NetworkEnd listener) =>
        int.TryParse(port, CultureInfo.InvariantCulture, out var number) ? number : listener.Ports.TryGetValue(port, out var named) ? named : null;

    private bool PeerMatches(KubernetesObject policy, JsonNode rule, string member, NetworkEnd other)
    {
        var peers = rule.List(member).ToList();
        return peers.Count == 0 || peers.Any(peer => peer.At("ipBlock") is { } block
            ? (other.Namespace is null || blocksTakePods) && Holds(block, other.Address)
            : other.Namespace is { } space
                && (peer.At("namespaceSelector") is { } selector ? Selector.Matches(selector, LabelsOf(space)) : space == policy.Namespace)
                && (peer.At("podSelector") is not { } pods || Selector.Matches(pods, other.Labels)));
    }

    private static bool Holds(JsonNode block, IPAddress address) =>
        Contains(block.Text("cidr"), address) && !block.List("except").Any(except => Contains(except.ToString(), address));

    private static bool Contains(string cidr, IPAddress address) => IPNetwork.Parse(cidr) is var network && network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address);

    private Dictionary<string, string> LabelsOf(string space) => new(spaces.GetValueOrDefault(space, new Dictionary<string, string>())) { ["kubernetes.io/metadata.name"] = space };
}
