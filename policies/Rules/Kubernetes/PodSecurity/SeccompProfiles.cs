using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: seccomp.</summary>
internal sealed class SeccompProfiles() : SecurityContextRule(new PolicyMetadata("pod-seccomp-baseline")
{
    Title = "Seccomp profiles are not switched off",
    Description = "Unconfined opens the system calls of the kernel to a container that most attacks on the kernel start with.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.PodSecurity("baseline: Seccomp"), FrameworkReference.Nsa("C-0055")],
    Remedy = "Set the type to RuntimeDefault, or name a profile of the node.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    // Read by Kubernetes before 1.27 only. What asks to be unconfined there is wrong wherever it runs.
    private const string PodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
    private const string ContainerAnnotationPrefix = "container.seccomp.security.alpha.kubernetes.io/";

    /// <summary>Whether the type of a profile is one that confines.</summary>
    public static bool Confines(Property profile) => profile["type"].Text is "RuntimeDefault" or "Localhost";

    /// <summary>The annotations that set profiles before there was a field.</summary>
    /// <exception cref="UnknownValueException">The annotations as a whole cannot be read.</exception>
    public static IEnumerable<Property> Annotations(Workload workload) => workload.PodMetadata["annotations"].Entries
        .Where(entry => entry.Key == PodAnnotation || entry.Key.StartsWith(ContainerAnnotationPrefix, StringComparison.Ordinal))
        .Select(entry => entry.Value);

    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report)
    {
        base.Check(workload, report);
        report.Each(workload.Owner.Resource, Annotations(workload), annotation =>
        {
            if (annotation.Scalar is not (null or "runtime/default" or "docker/default") and var profile && !profile.StartsWith("localhost/", StringComparison.Ordinal))
            {
                report.Violation(annotation, "runtime/default, docker/default, localhost/<profile>, or not set");
            }
        });
    }

    /// <inheritdoc/>
    protected override void Check(Property context, Container? container, RuleReport report)
    {
        var profile = context["seccompProfile"];
        if (profile.Exists && !Confines(profile))
        {
            Reject(report, container, profile["type"], "RuntimeDefault or Localhost");
        }
    }
}
