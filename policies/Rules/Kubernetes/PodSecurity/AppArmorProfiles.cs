using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: AppArmor.</summary>
internal sealed class AppArmorProfiles() : SecurityContextRule(new PolicyMetadata("pod-apparmor-profile")
{
    Title = "AppArmor profiles are not switched off",
    Description = "Where the node has AppArmor, the runtime's profile keeps a container from mounts and from most of /proc and /sys; unconfined takes that away.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.PodSecurity("baseline: AppArmor"), FrameworkReference.Nsa("C-0055")],
    Remedy = "Remove the profile, which leaves the runtime's own, or name a profile of the node.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    // Before Kubernetes 1.30 a profile was an annotation. An API server that knows the field still reads it, and refuses pods in which the two differ.
    private const string AnnotationPrefix = "container.apparmor.security.beta.kubernetes.io/";

    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report)
    {
        base.Check(workload, report);
        var annotations = workload.PodMetadata["annotations"].Entries.Where(entry => entry.Key.StartsWith(AnnotationPrefix, StringComparison.Ordinal));
        report.Each(workload.Owner.Resource, annotations, annotation =>
        {
            if (annotation.Value.Scalar is not (null or "" or "runtime/default") and var profile && !profile.StartsWith("localhost/", StringComparison.Ordinal))
            {
                report.Violation(annotation.Value, "runtime/default, localhost/<profile>, or not set");
            }
        });
    }

    /// <inheritdoc/>
    protected override void Check(Property context, Container? container, RuleReport report)
    {
        var profile = context["appArmorProfile"];
        if (profile.Exists && profile["type"].Text is not ("RuntimeDefault" or "Localhost"))
        {
            Reject(report, container, profile["type"], "RuntimeDefault or Localhost");
        }
    }
}
