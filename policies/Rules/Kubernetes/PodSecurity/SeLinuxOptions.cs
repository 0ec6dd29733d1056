using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: SELinux.</summary>
internal sealed class SeLinuxOptions() : SecurityContextRule(new PolicyMetadata("pod-selinux-options")
{
    Title = "SELinux options name a container type, and neither user nor role",
    Description = "Where the node has SELinux, the type confines a container; types such as spc_t, and users or roles of one's own, lead out of it.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.PodSecurity("baseline: SELinux"), FrameworkReference.Nsa("C-0055")],
    Remedy = "Remove the option, which leaves what the runtime chooses; a level of one's own is allowed.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    private static readonly string[] NoUserOrRole = ["user", "role"];

    /// <inheritdoc/>
    protected override void Check(Property context, Container? container, RuleReport report)
    {
        var options = context["seLinuxOptions"];
        report.Part(context.Resource, () =>
        {
            // container_engine_t since Kubernetes 1.31.
            if (options["type"].Text is not (null or "" or "container_t" or "container_init_t" or "container_kvm_t" or "container_engine_t"))
            {
                Reject(report, container, options["type"], "container_t, container_init_t, container_kvm_t, container_engine_t, or not set");
            }
        });
        report.Each(context.Resource, NoUserOrRole, option =>
        {
            if (options[option].Text is { Length: > 0 })
            {
                Reject(report, container, options[option], "not set");
            }
        });
    }
}
