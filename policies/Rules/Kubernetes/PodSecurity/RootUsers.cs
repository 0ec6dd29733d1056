using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>
/// Pod Security Standards, restricted: running as non-root user. As in <see cref="NonRootContainers"/>, a user namespace is no exception here, although it is one in the
/// standard since Kubernetes 1.35 (https://github.com/kubernetes/kubernetes/pull/132157).
/// </summary>
internal sealed class RootUsers() : SecurityContextRule(new PolicyMetadata("pod-run-as-user")
{
    Title = "No user is root",
    Description = "With runAsUser 0 a container is root whatever its image says; together with runAsNonRoot it does not start at all.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.PodSecurity("restricted: Running as Non-root user"), FrameworkReference.Nsa("C-0013"), FrameworkReference.CisKubernetes("5.2.7")],
    Remedy = "Set runAsUser to another number, or remove it where the image names a user by number.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
})
{
    /// <inheritdoc/>
    protected override void Check(Property context, Container? container, RuleReport report)
    {
        var user = context["runAsUser"];
        if (user.Number == 0)
        {
            Reject(report, container, user, "a number other than 0, or not set");
        }
    }
}
