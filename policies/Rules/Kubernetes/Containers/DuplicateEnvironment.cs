using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Variables that are set twice.</summary>
internal sealed class DuplicateEnvironment() : ContainerRule(new PolicyMetadata("container-duplicate-env")
{
    Title = "No environment variable is set twice",
    Description = "Only the last one counts, and a later change of the list by server-side apply is refused or drops the wrong one.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.KubeLinter("duplicate-env-var"), FrameworkReference.KubeScore("environment-variable-key-duplication")],
    Remedy = "Remove the one that does not count.",
    Url = "https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        report.Each(container.Workload.Owner.Resource, container.Environment, variable =>
        {
            if (variable["name"].Text is { Length: > 0 } name && !seen.Add(name))
            {
                report.Violation(container, variable["name"], "a name that the list does not have yet");
            }
        });
    }
}
