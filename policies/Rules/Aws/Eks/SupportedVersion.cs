using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>
/// EKS: versions that are still supported. A cluster that asks for standard support only is held to it, because AWS upgrades it by force at its end; any other has
/// extended support, as AWS has it by default. A cluster that names no version gets the newest.
/// </summary>
internal sealed class SupportedVersion() : ResourceRule(
    new PolicyMetadata("eks-version-support")
    {
        Title = "Clusters and nodes run a supported Kubernetes version",
        Description = "A version out of support gets no security fixes, and AWS upgrades it at a time of its own choice.",
        Severity = PolicySeverity.Medium,
        Frameworks = [FrameworkReference.AwsFsbp("EKS.2"), AwsFrameworks.Checkov("CKV_AWS_339")],
        Remedy = "Upgrade one minor version at a time: the cluster first, then its nodes.",
        Url = "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
        Settings =
        [
            new RuleSetting(Standard, RuleSettingKind.Text, "Oldest version for clusters with supportType STANDARD.") { Default = AwsDefaults.StandardVersion },
            new RuleSetting(Extended, RuleSettingKind.Text, "Oldest version for all others, and for nodes.") { Default = AwsDefaults.ExtendedVersion },
        ],
    },
    AwsTypes.EksCluster, AwsTypes.EksComponent, AwsTypes.NodeGroup)
{
    private const string Standard = "minimumVersion";
    private const string Extended = "minimumExtendedVersion";

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        var place = resource["version"];
        if (KubernetesVersion.Find(place.Scalar) is not { } version)
        {
            return;
        }

        Compare(place, version, Minimum(Extended, AwsDefaults.ExtendedVersion, report), report, "extended support");
        if (resource.Type != AwsTypes.NodeGroup && new EksCluster(resource).SupportType.Text == "STANDARD")
        {
            Compare(place, version, Minimum(Standard, AwsDefaults.StandardVersion, report), report, "the standard support that upgradePolicy asks for");
        }
    }

    private static void Compare(Property place, KubernetesVersion version, KubernetesVersion minimum, RuleReport report, string support)
    {
        if (version.IsOlderThan(minimum) && report.Violations.Count == 0)
        {
            report.Violation(place, $"{minimum} or newer", $"It is out of {support}.");
        }
    }

    // A text in the configuration that is no version falls back to the default.
    private static KubernetesVersion Minimum(string setting, string fallback, RuleReport report) =>
        KubernetesVersion.Find(report.Text(setting)) ?? KubernetesVersion.Find(fallback) ?? default;
}
