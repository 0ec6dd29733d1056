using System.Globalization;
using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Production;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 9: etcd survives the loss of a host, and speaks TLS only.</summary>
internal sealed class EtcdQuorum() : ProductionRule(new PolicyMetadata("production-09-etcd")
{
    Title = "etcd has an odd number of members, three at least, on separate hosts, and speaks TLS",
    Description = "The live configuration is lost with the majority of the members; an even number survives no more failures than one less, and the data are secrets.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C9.9")],
    Remedy = "Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
    Url = "https://etcd.io/docs/v3.6/op-guide/security/",
})
{
    private const string HostTopology = "kubernetes.io/hostname";

    private static readonly string[] Files = ["cert-file", "key-file", "trusted-ca-file", "peer-cert-file", "peer-key-file", "peer-trusted-ca-file"];

    private static readonly string[] Switches = ["client-cert-auth", "peer-client-cert-auth"];

    private static readonly string[] Addresses = ["listen-client-urls", "listen-peer-urls"];

    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        if (system.Etcds.Count == 0)
        {
            Missing(report, "etcd (a workload with the component etcd)", "three members");
        }

        foreach (var etcd in system.Etcds)
        {
            report.Part(etcd.Owner.Resource, () => CheckMembers(etcd, report));
            report.Part(etcd.Owner.Resource, () => CheckBudget(system, etcd, report));
            report.Part(etcd.Owner.Resource, () => CheckHosts(etcd, report));
            report.Part(etcd.Owner.Resource, () => CheckTls(etcd, report));
        }
    }

    private static void CheckMembers(Workload etcd, RuleReport report)
    {
        if (etcd.Replicas < ProductionDefaults.EtcdMembers || etcd.Replicas % 2 == 0)
        {
            report.Violation(etcd.Owner.Spec["replicas"], "an odd number, 3 or more");
        }
    }

    private static void CheckBudget(ProductionSystem system, Workload etcd, RuleReport report)
    {
        var budget = system.OfKind("PodDisruptionBudget").FirstOrDefault(item =>
            LabelSelector.Selects(item.Spec["selector"], etcd.PodMetadata["labels"]) && ProductionSystem.AreTogether(item, etcd.Owner));
        if (budget is null)
        {
            report.Violation(etcd.Owner.Resource, "A PodDisruptionBudget for etcd", "missing", "one that keeps the majority");
            return;
        }

        var majority = (etcd.Replicas / 2) + 1;
        var spare = etcd.Replicas - majority;
        var allowed = string.Create(CultureInfo.InvariantCulture, $"{majority} members, the majority of {etcd.Replicas}");
        if (budget.Spec["minAvailable"] is { Exists: true } least)
        {
            if ((IntOrPercent.At(least)?.Of(etcd.Replicas) ?? 0) < majority)
            {
                report.Violation(least, $"at least {allowed}");
            }
        }
        else if (IntOrPercent.At(budget.Spec["maxUnavailable"])?.Of(etcd.Replicas) > spare)
        {
            report.Violation(budget.Spec["maxUnavailable"], string.Create(CultureInfo.InvariantCulture, $"at most {spare}, which leaves {allowed}"));
        }
    }

    private static void CheckHosts(Workload etcd, RuleReport report)
    {
        var terms = etcd.Pod["affinity"]["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"];
        var isSpread = etcd.Pod["topologySpreadConstraints"].Items.Any(constraint =>
            constraint["topologyKey"].Text == HostTopology && constraint["whenUnsatisfiable"].Text == "DoNotSchedule" && constraint["minDomains"].Number >= etcd.Replicas);
        if (!isSpread && !terms.Items.Any(term => term["topologyKey"].Text == HostTopology && LabelSelector.Selects(term["labelSelector"], etcd.PodMetadata["labels"])))
        {
            report.Violation(etcd.Owner.Resource, terms.Path, terms.Shown, $"a term for the members themselves with topologyKey {HostTopology}");
        }
    }

    private static void CheckTls(Workload etcd, RuleReport report)
    {
        foreach (var container in etcd.Containers.Where(container => container.IsLongRunning && IsEtcd(container)))
        {
            var member = EtcdMember.In(container);
            foreach (var file in Files.Where(file => member.Find(file) is null or { Text: "" }))
            {
                Reject(member, file, "the path of a mounted file", report);
            }

            foreach (var option in Switches.Where(option => member.Find(option) is not { Text: null or "true" }))
            {
                Reject(member, option, "true", report);
            }

            foreach (var option in Addresses.Where(option => (member.Find(option)?.Text ?? "").Split(',').Any(url => url.TrimStart().StartsWith("http://", StringComparison.Ordinal))))
            {
                Reject(member, option, "https addresses", report);
            }
        }
    }

    private static void Reject(EtcdMember member, string name, string allowed, RuleReport report)
    {
        if (member.Find(name) is null && member.MaySetElsewhere)
        {
            report.Undecided(member.Owner.Resource, $"--{name} of {member.Container} may be set elsewhere");
        }
        else
        {
            report.Violation(member.Owner.Resource, $"--{name} of {member.Container}", member.Find(name) is { Text: not "" } option ? option.Shown : "not set", allowed);
        }
    }

    private static bool IsEtcd(Container container) => container.Name == "etcd" || container.CommandLine.Any(word => word.Text?.StartsWith("--listen-client-urls", StringComparison.Ordinal) == true);
}
