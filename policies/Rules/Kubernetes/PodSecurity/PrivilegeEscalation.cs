using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, restricted: privilege escalation in Linux pods.</summary>
internal sealed class PrivilegeEscalation() : ContainerRule(new PolicyMetadata("pod-privilege-escalation")
{
    Title = "Containers cannot gain privileges",
    Description = "Unless it is forbidden, a program with the set-user-ID bit gives a process more rights than its container was started with.",
    Severity = PolicySeverity.Medium,
    Frameworks =
    [
        FrameworkReference.PodSecurity("restricted: Privilege Escalation"), FrameworkReference.Nsa("C-0016"), FrameworkReference.KubeLinter("privilege-escalation-container"),
        FrameworkReference.Polaris("privilegeEscalationAllowed"), FrameworkReference.CisKubernetes("5.2.6"),
    ],
    Remedy = "Set allowPrivilegeEscalation to false in the container's securityContext.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
})
{
    private static readonly PropertyValue No = new PropertyValue.Flag(false);

    /// <inheritdoc/>
    public override bool Remediates => true;

    /// <inheritdoc/>
    public override PropertyValue.Map? Remediate(PolicyResource resource) => Corrections.Apply(resource, FirstWithout, No);

    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        var allowed = Place(container);
        if (allowed.Flag != false && !container.Workload.IsWindows)
        {
            report.Violation(container, allowed, "false");
        }
    }

    private static Property Place(Container container) => container.SecurityContext["allowPrivilegeEscalation"];

    private static Property? FirstWithout(PolicyResource resource) => resource.Objects
        .Select(item => item.Workload)
        .OfType<Workload>()
        .Where(workload => !workload.Pod["os"]["name"].IsUnreadable && !workload.IsWindows)
        .SelectMany(workload => workload.Containers)
        .Where(CanCorrect)
        .Select(Place)
        .FirstOrDefault();

    // The API server refuses "false" for containers that are privileged or have SYS_ADMIN, and "true" is somebody's decision.
    private static bool CanCorrect(Container container)
    {
        var privileged = container.SecurityContext["privileged"];
        return Corrections.HasRoom(container.SecurityContext)
            && Place(container) is { IsUnreadable: false, IsMissing: true }
            && privileged is { IsUnreadable: false, Flag: not true }
            && container.SecurityContext["capabilities"]["add"] is { IsUnreadable: false } added
            && !added.Items.Any(capability => capability.IsUnreadable || capability.Text is "SYS_ADMIN" or "CAP_SYS_ADMIN" or "ALL");
    }
}
