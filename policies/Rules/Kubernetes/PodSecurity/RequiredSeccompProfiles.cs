using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, restricted: a seccomp profile for every container of Linux pods.</summary>
internal sealed class RequiredSeccompProfiles() : InheritedSettingRule(
    new PolicyMetadata("pod-seccomp-restricted")
    {
        Title = "Every container has a seccomp profile, its own or the pod's",
        Description = "Without one a container runs unconfined unless the kubelet was told otherwise, and can make every system call of the kernel.",
        Severity = PolicySeverity.Medium,
        Frameworks = [FrameworkReference.PodSecurity("restricted: Seccomp"), FrameworkReference.Nsa("C-0055"), FrameworkReference.CisKubernetes("5.7.2"), FrameworkReference.Polaris("linuxHardening")],
        Remedy = "Set seccompProfile to RuntimeDefault in the pod's securityContext.",
        Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
    },
    "seccompProfile")
{
    private static readonly PropertyValue RuntimeDefault = new PropertyValue.Map([KeyValuePair.Create<string, PropertyValue>("type", new PropertyValue.Text("RuntimeDefault"))]);

    /// <inheritdoc/>
    public override bool Remediates => true;

    /// <inheritdoc/>
    protected override string Allowed => "RuntimeDefault or Localhost, for the container or for its pod";

    /// <inheritdoc/>
    public override PropertyValue.Map? Remediate(PolicyResource resource) => Corrections.Apply(resource, FirstWithout, RuntimeDefault);

    /// <inheritdoc/>
    protected override bool Concerns(Workload workload) => !workload.IsWindows;

    /// <inheritdoc/>
    protected override bool IsAllowed(Property value) => SeccompProfiles.Confines(value);

    /// <inheritdoc/>
    protected override Property ValueOf(Property value) => value["type"];

    private Property? FirstWithout(PolicyResource resource) => resource.Objects
        .Select(item => item.Workload)
        .OfType<Workload>()
        .Where(CanCorrect)
        .Select(OfPod)
        .FirstOrDefault();

    // Only where nobody has said anything: a profile of a single container, or an annotation of old, shows that somebody has thought about it. Privileged containers
    // run unconfined whatever the pod says, so that the profile would only look like protection.
    private bool CanCorrect(Workload workload) =>
        IsOpen(OfPod(workload))
        && Corrections.HasRoom(workload.Pod["securityContext"])
        && !workload.Pod["os"]["name"].IsUnreadable
        && !workload.IsWindows
        && !workload.PodMetadata["annotations"].IsUnreadable
        && !SeccompProfiles.Annotations(workload).Any(annotation => annotation.IsUnreadable || annotation.Exists)
        && workload.Containers is { Count: > 0 } containers
        && containers.All(container => IsOpen(OfContainer(container)) && container.SecurityContext["privileged"] is { IsUnreadable: false, Flag: not true });

    private static bool IsOpen(Property profile) => !profile.IsUnreadable && profile.IsMissing;
}
