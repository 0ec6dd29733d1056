using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class WindowsHostProcessesTests
{
    private const string Pod = "spec.template.spec.securityContext.windowsOptions.hostProcess";
    private const string Container = "spec.template.spec.containers[0].securityContext.windowsOptions.hostProcess";

    private static readonly WindowsHostProcesses Rule = new();

    [Fact]
    public void Accepts_containers() => RuleCheck.Accepts(Rule, Workloads.Deployment, Workloads.Deployment.With(Pod, "false").With(Container, "false"));

    [Fact]
    public void Rejects_a_pod_on_the_node() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.securityContext.windowsOptions.hostProcess is true; allowed: false. Remove hostProcess, or move what needs it into a namespace for node agents.",
        Workloads.Deployment.With(Pod, "true"));

    [Fact]
    public void Rejects_a_container_on_the_node() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.windowsOptions.hostProcess of container 'web' is true; allowed: false. Remove hostProcess, or move what needs it into a namespace for node agents.",
        Workloads.Deployment.With(Container, "true"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.securityContext.windowsOptions.hostProcess is known only after the deployment", Workloads.Deployment.WithUnknown(Pod));
}
