using System.Globalization;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Storage;

/// <summary>Copies of the data on separate hosts.</summary>
internal sealed class CephReplication() : KubernetesRule(new PolicyMetadata("ceph-replication")
{
    Title = "Ceph keeps three copies on separate hosts",
    Description = "With fewer copies the loss of a disk during a repair loses data. Copies on disks of one host are lost with the host.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Set replicated.size to 3, requireSafeReplicaSize to true and failureDomain to host or zone; for erasure coding, two coding chunks or more.",
    Url = "https://rook.io/docs/rook/latest/CRDs/Block-Storage/ceph-block-pool-crd/",
    Settings =
    [
        new RuleSetting(MinimumCopies, RuleSettingKind.Number, "Fewest copies that are accepted.") { Default = CephDefaults.Copies, Minimum = 1, Maximum = 10 },
    ],
})
{
    private const string MinimumCopies = "minimumCopies";

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (item.Group == CephKinds.Group)
        {
            report.Each(item.Resource, CephKinds.Pools(item), pool => Check(pool, report));
        }
    }

    private static void Check(Property pool, RuleReport report)
    {
        var copies = pool["replicated"];
        report.Part(pool.Resource, () =>
        {
            var least = report.Number(MinimumCopies);

            // No size, or 0, leaves it to the cluster, or to erasure coding.
            if (copies["size"].Number is > 0 and var size && size < least)
            {
                report.Violation(copies["size"], $"{least.ToString(CultureInfo.InvariantCulture)} or more");
            }
        });
        report.Part(pool.Resource, () =>
        {
            if (copies["requireSafeReplicaSize"].Flag == false)
            {
                report.Violation(copies["requireSafeReplicaSize"], "true");
            }
        });
        report.Part(pool.Resource, () =>
        {
            var chunks = pool["erasureCoded"]["codingChunks"];
            if (pool["erasureCoded"]["dataChunks"].Number > 0 && chunks.Number is null or < CephDefaults.CodingChunks)
            {
                report.Violation(chunks, "2 or more");
            }
        });
        report.Part(pool.Resource, () =>
        {
            if (pool["failureDomain"].Text == "osd")
            {
                report.Violation(pool["failureDomain"], "host, or a larger domain such as zone");
            }
        });
    }
}
