using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class HostPathVolumesTests
{
    private const string Volumes = "spec.template.spec.volumes";

    private static readonly HostPathVolumes Rule = new();

    [Fact]
    public void Accepts_other_volumes() => RuleCheck.Accepts(Rule, Workloads.Deployment, Workloads.Deployment.With(Volumes, "[{ name: data, nfs: { server: files, path: / } }]"));

    [Fact]
    public void Rejects_a_directory_of_the_node() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[1].hostPath.path is '/var/run'; allowed: no hostPath volume. Use a persistentVolumeClaim, or an emptyDir for what may be lost.",
        Workloads.Deployment.With(Volumes, "[{ name: tmp, emptyDir: {} }, { name: run, hostPath: { path: /var/run } }]"));

    [Fact]
    public void Rejects_a_directory_that_is_not_known_yet() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[0].hostPath.path is unknown; allowed: no hostPath volume. Use a persistentVolumeClaim, or an emptyDir for what may be lost.",
        Workloads.Deployment.With(Volumes, "[{ name: run, hostPath: { path: /var/run } }]").WithUnknown("spec.template.spec.volumes[0].hostPath.path"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.volumes[0].hostPath is known only after the deployment", Workloads.Deployment.WithUnknown("spec.template.spec.volumes[0].hostPath"));
}
