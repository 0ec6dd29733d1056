using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>EKS: the logs of the control plane.</summary>
internal sealed class ControlPlaneLogs() : EksClusterRule(new PolicyMetadata("eks-log-types")
{
    Title = "The control plane writes all its logs",
    Description = "EKS writes none unless told to, and what was not written cannot be looked up after an intrusion or an outage.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.AwsFsbp("EKS.8"), FrameworkReference.CisEks("2.1.1"), AwsFrameworks.Checkov("CKV_AWS_37")],
    Remedy = "Add the missing types to enabledClusterLogTypes.",
    Url = "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
    Settings = [new RuleSetting(Types, RuleSettingKind.Texts, "The types of log that must be written.") { Default = AwsDefaults.LogTypes }],
})
{
    private const string Types = "types";

    /// <inheritdoc/>
    protected override void Check(EksCluster cluster, RuleReport report)
    {
        var required = report.Texts(Types);
        var written = cluster.LogTypes.Items.Select(item => item.Text).ToHashSet(StringComparer.Ordinal);
        string[] missing = [.. required.Where(type => !written.Contains(type))];
        if (missing.Length > 0)
        {
            report.Violation(cluster.LogTypes, $"a list with {string.Join(", ", required)}", $"Missing: {string.Join(", ", missing)}.");
        }
    }
}
