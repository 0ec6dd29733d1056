using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Tokens for the API server in pods that have no rights there.</summary>
internal sealed class TokenAutomount() : StackRule(new PolicyMetadata("workload-token-automount")
{
    Title = "Pods without rights in the API have no token for it",
    Description = "Every pod gets a token unless somebody says otherwise. It is of no use to a program that does not speak to the API server, and of much use to who breaks into it.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Polaris("automountServiceAccountToken"), FrameworkReference.Nsa("C-0034"), FrameworkReference.CisKubernetes("5.1.6"), FrameworkReference.CisEks("4.1.6")],
    Remedy = "Set automountServiceAccountToken to false in the pod, or bind a role to its service account.",
    Url = "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting",
})
{
    private const string Automount = "automountServiceAccountToken";

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var accounts = stack.OfKind("ServiceAccount").Where(a => a.Namespace is not null).ToLookup(a => (a.Namespace!, a.Name));
        var isUncertain = stack.OfKind("ServiceAccount").Any(a => a.Namespace is null || a.Metadata["name"].IsUnreadable);
        var access = StackAccess.Of(stack);
        foreach (var workload in StackPods.Of(stack).Workloads)
        {
            report.Part(workload.Owner.Resource, () =>
            {
                var mount = workload.Pod[Automount];
                var name = workload.Pod["serviceAccountName"].Text ?? workload.Pod["serviceAccount"].Text ?? "default";
                if (mount.Flag == false || workload.Owner.Namespace is not { } space)
                {
                    return;
                }

                // What the pod says goes before what its account says.
                if (mount.Flag is null && accounts[(space, name)].Any(account => account.Root[Automount].Flag == false))
                {
                    return;
                }

                if (access.Binds(space, name))
                {
                    return;
                }

                if (access.HasUnreadable)
                {
                    report.Undecided(workload.Owner.Resource, "the role bindings of the stack cannot all be read");
                    return;
                }

                if (mount.Flag is null && isUncertain)
                {
                    report.Undecided(workload.Owner.Resource, "the service accounts of the stack cannot all be read");
                    return;
                }

                report.Violation(mount, "false, as no role is bound to its service account");
            });
        }
    }
}
