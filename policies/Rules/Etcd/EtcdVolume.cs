using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>Data on a volume of its own that stays.</summary>
internal sealed class EtcdVolume() : EtcdRule(new PolicyMetadata("etcd-volume")
{
    Title = "Members of etcd keep their data on persistent volumes",
    Description = "A member that comes back without its data cannot join by itself, and when a majority does, all that was written is gone.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Give the StatefulSet a volume claim template for the data directory, and keep the claims.",
    Url = "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage",
})
{
    private static readonly string[] Retentions = ["whenDeleted", "whenScaled"];

    /// <inheritdoc/>
    protected override void Check(EtcdMember member, RuleReport report)
    {
        var claimed = member.Owner.Spec["volumeClaimTemplates"].Items.Select(claim => claim["metadata"]["name"].Text)
            .Concat(member.Workload.Pod["volumes"].Items.Where(volume => volume["persistentVolumeClaim"].Exists).Select(volume => volume["name"].Text))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var mounts = member.Container.Root["volumeMounts"].Items.ToList();
        var option = member.Find("data-dir");
        var data = option?.Value;
        var holding = data is null ? null : mounts
            .Where(mount => mount["mountPath"].Text?.TrimEnd('/') is { } path && (data.TrimEnd('/') == path || data.StartsWith(path + "/", StringComparison.Ordinal)))
            .MaxBy(mount => mount["mountPath"].Text!.Length);
        if (holding is not null && !claimed.Contains(holding["name"].Text ?? ""))
        {
            report.Violation(member.Container, holding["name"], "a volume from volumeClaimTemplates", $"The data directory {option!.Shown} is on it.");
        }
        else if (holding is null && (data is not null || !mounts.Exists(mount => claimed.Contains(mount["name"].Text ?? ""))))
        {
            report.Violation(member.Owner.Resource, $"The volume for the data of {member.Container}", "not there", "one from volumeClaimTemplates");
        }

        report.Each(member.Owner.Resource, Retentions, key =>
        {
            var retention = member.Owner.Spec["persistentVolumeClaimRetentionPolicy"][key];
            if (retention.Text == "Delete")
            {
                report.Violation(retention, "Retain");
            }
        });
    }
}
