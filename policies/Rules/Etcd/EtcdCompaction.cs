using System.Globalization;
using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>History ends, and so does the database.</summary>
internal sealed class EtcdCompaction() : EtcdRule(new PolicyMetadata("etcd-compaction")
{
    Title = "etcd compacts its history and has a quota",
    Description = "Every change is kept until history is compacted, which is off by default. A full database takes no more writes until a person repairs it.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Set --auto-compaction-mode=periodic, --auto-compaction-retention=1h and --quota-backend-bytes.",
    Url = "https://etcd.io/docs/v3.6/op-guide/maintenance/",
})
{
    /// <inheritdoc/>
    protected override void Check(EtcdMember member, RuleReport report)
    {
        Require(member, report, "auto-compaction-retention", value => value.Any(c => c is >= '1' and <= '9'), "a time or a number of revisions, such as 1h");
        Require(
            member, report, "quota-backend-bytes",
            value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var bytes) && bytes is > 0 and <= EtcdDefaults.LargestQuota,
            "a number of bytes up to 8589934592");
    }
}
