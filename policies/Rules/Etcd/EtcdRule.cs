using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>A rule about members of etcd.</summary>
internal abstract class EtcdRule(PolicyMetadata metadata) : WorkloadRule(metadata)
{
    /// <inheritdoc/>
    protected sealed override void Check(Workload workload, RuleReport report) =>
        report.Each(workload.Owner.Resource, EtcdMember.Of(workload), member => Check(member, report));

    /// <summary>Checks one member.</summary>
    protected abstract void Check(EtcdMember member, RuleReport report);

    /// <summary>Requires an option, with a value that is good.</summary>
    /// <param name="member">The member.</param>
    /// <param name="report">Where findings go.</param>
    /// <param name="name">The option.</param>
    /// <param name="isGood">Whether a value is accepted; asked only where the value can be seen.</param>
    /// <param name="allowed">What would be accepted.</param>
    /// <returns>Whether nothing was found.</returns>
    protected static bool Require(EtcdMember member, RuleReport report, string name, Func<string, bool> isGood, string allowed)
    {
        var option = member.Find(name);
        if (option is null && member.MaySetElsewhere)
        {
            report.Undecided(member.Owner.Resource, $"--{name} of {member.Container} may be set elsewhere");
            return true;
        }

        if (option is null || (option.Value is { } value && !isGood(value)))
        {
            Reject(member, report, name, option, allowed);
            return false;
        }

        return true;
    }

    /// <summary>Reports an option.</summary>
    protected static void Reject(EtcdMember member, RuleReport report, string name, EtcdOption? option, string allowed) =>
        report.Violation(member.Owner.Resource, $"--{name} of {member.Container}", option?.Shown ?? "not set", allowed);
}
