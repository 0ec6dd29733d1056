using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>A majority that survives the loss of a member.</summary>
internal sealed class EtcdMembers() : EtcdRule(new PolicyMetadata("etcd-members")
{
    Title = "etcd has an odd number of members, three or more",
    Description = "Writes need a majority. One or two members lose it with the first failure, and an even number tolerates no more failures than the odd one below it.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Run three members, or five.",
    Url = "https://etcd.io/docs/v3.6/faq/#why-an-odd-number-of-cluster-members",
})
{
    /// <inheritdoc/>
    protected override void Check(EtcdMember member, RuleReport report)
    {
        // Members may also be workloads of one pod each; then the initial cluster tells how many they are.
        var count = member.Workload.Replicas == 1 && member.InitialMembers > 1 ? member.InitialMembers : member.Workload.Replicas;
        if (count == 1 && member.MaySetElsewhere)
        {
            report.Undecided(member.Owner.Resource, $"--initial-cluster of {member.Container} may be set elsewhere");
        }
        else if (count < 3 || count % 2 == 0)
        {
            if (count == member.Workload.Replicas)
            {
                report.Violation(member.Owner.Spec["replicas"], "an odd number from 3 on");
            }
            else
            {
                Reject(member, report, "initial-cluster", member.Find("initial-cluster"), "an odd number of members from 3 on");
            }
        }
    }
}
