using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>
/// Pod Security Standards, restricted: running as non-root. Since Kubernetes 1.35 the standard leaves out pods in a user namespace (hostUsers: false;
/// https://github.com/kubernetes/kubernetes/pull/132157). This rule does not: namespaces that enforce an older version of the standard refuse such pods, and root there
/// still owns every file of the container.
/// </summary>
internal sealed class NonRootContainers() : InheritedSettingRule(
    new PolicyMetadata("pod-run-as-non-root")
    {
        Title = "Every container must run as a user other than root",
        Description = "Root in a container is root on the node for whoever finds a way out of it; with runAsNonRoot the kubelet does not even start an image that would be root.",
        Severity = PolicySeverity.High,
        Frameworks =
        [
            FrameworkReference.PodSecurity("restricted: Running as Non-root"), FrameworkReference.Nsa("C-0013"), FrameworkReference.KubeLinter("run-as-non-root"),
            FrameworkReference.Polaris("runAsRootAllowed"), FrameworkReference.CisKubernetes("5.2.7"),
        ],
        Remedy = "Set runAsNonRoot to true in the pod's securityContext, and runAsUser where the image's user is root or has only a name.",
        Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
    },
    "runAsNonRoot")
{
    /// <inheritdoc/>
    protected override string Allowed => "true, for the container or for its pod";

    /// <inheritdoc/>
    protected override bool IsAllowed(Property value) => value.Flag == true;
}
