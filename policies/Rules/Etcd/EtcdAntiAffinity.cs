using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>No two members on one host.</summary>
internal sealed class EtcdAntiAffinity() : EtcdRule(new PolicyMetadata("etcd-anti-affinity")
{
    Title = "Members of etcd are on separate hosts",
    Description = "Two of three members on one host are lost with it, and with them the majority. A preference is dropped just when hosts are short.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C6"), FrameworkReference.KubeLinter("no-anti-affinity"), FrameworkReference.KubeScore("statefulset-has-host-podantiaffinity")],
    Remedy = "Require pod anti-affinity by kubernetes.io/hostname, with the members' own labels.",
    Url = "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity",
})
{
    // Separate zones are separate hosts as well.
    private static readonly string[] Keys = ["kubernetes.io/hostname", "topology.kubernetes.io/zone"];

    /// <inheritdoc/>
    protected override void Check(EtcdMember member, RuleReport report)
    {
        if (!member.HasOthers)
        {
            return;
        }

        var required = member.Workload.Pod["affinity"]["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"];
        if (!required.Items.Any(term => Keeps(term, member.Workload.PodMetadata["labels"])))
        {
            report.Violation(required, "a term with topologyKey kubernetes.io/hostname that selects the members");
        }
    }

    private static bool Keeps(Property term, Property labels) =>
        Keys.Contains(term["topologyKey"].Text, StringComparer.Ordinal) && LabelSelector.Selects(term["labelSelector"], labels);
}
