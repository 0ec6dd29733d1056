using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>A copy that is made without anybody thinking of it.</summary>
internal sealed class EtcdBackup() : StackRule(new PolicyMetadata("etcd-backup")
{
    Title = "etcd is backed up",
    Description = "Members copy mistakes to each other at once: a deleted prefix, or a lost majority, is brought back only from a snapshot.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Add a CronJob that runs etcdctl snapshot save and takes the file elsewhere.",
    Url = "https://etcd.io/docs/v3.6/op-guide/recovery/",
    DefaultLevel = EnforcementLevel.Advisory,
})
{
    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var member = EtcdMember.Of(stack).FirstOrDefault();
        if (member is not null && !stack.OfKind("CronJob").Any(Saves))
        {
            // What cannot be read may save.
            foreach (var job in stack.OfKind("CronJob"))
            {
                _ = job.Metadata["name"].Text;
                _ = job.Workload?.Containers.Sum(container => container.CommandLine.Count(word => word.Text is not null));
            }

            report.Violation(member.Owner.Resource, "The CronJob that backs it up", "not there", "one that runs etcdctl snapshot save");
        }
    }

    // By what it runs; or by its name, where a script or another program does it.
    private static bool Saves(KubernetesObject job)
    {
        if (job.Name.Contains("etcd", StringComparison.Ordinal) && (job.Name.Contains("backup", StringComparison.Ordinal) || job.Name.Contains("snapshot", StringComparison.Ordinal)))
        {
            return true;
        }

        return job.Workload is { } workload && !workload.Pod["containers"].IsUnreadable && !workload.Pod["initContainers"].IsUnreadable && workload.Containers.Any(Saves);
    }

    private static bool Saves(Container container)
    {
        var lists = new[] { container.Root["command"], container.Root["args"] };
        var words = string.Join(' ', lists.Where(list => !list.IsUnreadable).SelectMany(list => list.Items).Where(item => !item.IsUnreadable).Select(item => item.Text));
        return words.Contains("etcd", StringComparison.Ordinal) && words.Contains("snapshot", StringComparison.Ordinal) && words.Contains("save", StringComparison.Ordinal);
    }
}
