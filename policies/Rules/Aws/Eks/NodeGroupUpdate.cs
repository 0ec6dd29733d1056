using System.Globalization;
using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>EKS: how node groups are renewed and repaired.</summary>
internal sealed class NodeGroupUpdate() : ResourceRule(
    new PolicyMetadata("node-group-update")
    {
        Title = "Node groups are renewed a few nodes at a time, and GPU nodes are repaired",
        Description = "An update that takes most nodes at once, or ignores disruption budgets, is an outage; a GPU that failed stays in the group until something replaces its node.",
        Severity = PolicySeverity.Medium,
        DefaultLevel = EnforcementLevel.Advisory,
        Frameworks = [AwsFrameworks.WellArchitected("REL11-BP03"), FrameworkReference.Clawdbot("C6")],
        Remedy = "Keep updateConfig small and forceUpdateVersion off, and enable nodeRepairConfig on GPU nodes.",
        Url = "https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html",
        Settings =
        [
            new RuleSetting(Percentage, RuleSettingKind.Number, "Largest part of a node group that is renewed at once, in percent; one node may always be.")
            {
                Default = AwsDefaults.UnavailablePercentage, Minimum = 1, Maximum = 100,
            },
        ],
    },
    AwsTypes.NodeGroup)
{
    private const string Percentage = "maximumPercentage";

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        report.Part(resource, () => CheckPercentage(resource["updateConfig"]["maxUnavailablePercentage"], report));
        report.Part(resource, () => CheckCount(resource["updateConfig"]["maxUnavailable"], resource["scalingConfig"]["desiredSize"], report));
        report.Part(resource, () =>
        {
            if (resource["forceUpdateVersion"] is { Flag: true } force)
            {
                report.Violation(force, "false", "A forced update evicts pods in spite of their disruption budgets.");
            }
        });
        report.Part(resource, () =>
        {
            var repair = resource["nodeRepairConfig"]["enabled"];
            if (HasAccelerators(resource["amiType"].Text) && repair.Flag != true)
            {
                report.Violation(repair, "true");
            }
        });
    }

    private static void CheckPercentage(Property percentage, RuleReport report)
    {
        var most = report.Number(Percentage);
        if (percentage.Number > most)
        {
            report.Violation(percentage, string.Create(CultureInfo.InvariantCulture, $"at most {most}"));
        }
    }

    private static void CheckCount(Property count, Property size, RuleReport report)
    {
        if (count.Number is > 1 and var nodes && size.Number is > 1 and var all && Math.Max(1, Math.Floor(all * report.Number(Percentage) / 100)) is var most && nodes > most)
        {
            report.Violation(count, string.Create(CultureInfo.InvariantCulture, $"at most {most} of {all} nodes"));
        }
    }

    private static bool HasAccelerators(string? amiType) =>
        amiType is not null && (amiType.Contains("NVIDIA", StringComparison.Ordinal) || amiType.Contains("GPU", StringComparison.Ordinal) || amiType.Contains("NEURON", StringComparison.Ordinal));
}
