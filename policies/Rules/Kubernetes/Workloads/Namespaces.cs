using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Namespaces that somebody chose.</summary>
internal sealed class Namespaces() : KubernetesRule(new PolicyMetadata("workload-namespace")
{
    Title = "Objects name their namespace, and it is not default",
    Description = "Network policies, quotas, roles and Pod Security levels belong to namespaces. The default one has none of them, and is where everything lands that forgot to choose.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.KubeLinter("use-namespace"), FrameworkReference.CisKubernetes("5.7.4"), FrameworkReference.Nsa("C-0061")],
    Remedy = "Set metadata.namespace to the namespace of the application.",
    Url = "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/",
})
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        var isNamespaced = KnownKinds.IsNamespaced(item);
        if (isNamespaced == false)
        {
            return;
        }

        var space = item.Metadata["namespace"];
        if (space.Text == "default" || (isNamespaced == true && string.IsNullOrEmpty(space.Text)))
        {
            report.Violation(space, "a namespace other than default");
        }
        else if (string.IsNullOrEmpty(space.Text))
        {
            report.Undecided(item.Resource, $"it is not known whether objects of the kind {Values.ShownValue.OneLine(item.Kind)} live in a namespace");
        }
    }
}
