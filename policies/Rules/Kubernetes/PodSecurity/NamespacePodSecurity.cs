using System.Text.RegularExpressions;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>The labels by which the cluster enforces the Pod Security Standards.</summary>
internal sealed partial class NamespacePodSecurity() : KubernetesRule(
    new PolicyMetadata("namespace-pod-security")
    {
        Title = "Every namespace says which Pod Security Standard the cluster enforces in it",
        Description = "Without the label the cluster accepts every pod, also one that somebody makes by hand or that a chart brings along.",
        Severity = PolicySeverity.Medium,
        Frameworks = [FrameworkReference.PodSecurity("Pod Security Admission labels"), FrameworkReference.CisKubernetes("5.2.1")],
        Remedy = "Set the label pod-security.kubernetes.io/enforce to restricted, and to privileged only where node agents run.",
        Url = "https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces",
        Settings =
        [
            new RuleSetting(PrivilegedNamespaces, RuleSettingKind.Texts, "Names of the namespaces that may enforce privileged.") { Default = PodSecurityDefaults.PrivilegedNamespaces },
        ],
    },
    "Namespace")
{
    private const string PrivilegedNamespaces = "privilegedNamespaces";

    private const string Enforce = "pod-security.kubernetes.io/enforce";

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        // Other groups have namespaces of their own, for example of message brokers.
        if (item.Group.Length > 0)
        {
            return;
        }

        report.Part(item.Resource, () =>
        {
            var level = item.Labels[Enforce];
            switch (level.Text)
            {
                case "baseline" or "restricted":
                    break;
                case "privileged" when report.Texts(PrivilegedNamespaces).Contains(item.Metadata["name"].Text, StringComparer.Ordinal):
                    break;
                case "privileged":
                    report.Violation(level, "restricted or baseline; privileged only in the namespaces of the setting privilegedNamespaces");
                    break;
                default:
                    report.Violation(level, "restricted, baseline or privileged");
                    break;
            }
        });
        report.Part(item.Resource, () =>
        {
            var version = item.Labels[Enforce + "-version"];
            if (version.Exists && !Version().IsMatch(version.Text ?? ""))
            {
                report.Violation(version, "latest or a version such as v1.34");
            }
        });
    }

    [GeneratedRegex(@"\A(latest|v1\.(0|[1-9][0-9]{0,2}))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
