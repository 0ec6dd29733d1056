using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class ResourceRequestsTests
{
    private const string Resources = "spec.template.spec.containers[0].resources";

    private static readonly ResourceRequests Rule = new();

    [Fact]
    public void Accepts_requests_of_cpu_and_memory() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_limits_that_stand_for_requests() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without($"{Resources}.requests"));

    [Fact]
    public void Accepts_requests_of_the_pod_as_a_whole() => RuleCheck.Accepts(
        Rule, Workloads.Deployment.Without(Resources).With("spec.template.spec.resources", "requests: { cpu: 1, memory: 1Gi }"));

    [Fact]
    public void Rejects_a_container_without_a_cpu_request() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].resources.requests.cpu of container 'web' is not set; allowed: a quantity above 0. Request what the container uses under ordinary load.",
        Workloads.Deployment.Without($"{Resources}.requests.cpu").Without($"{Resources}.limits.cpu"));

    [Fact]
    public void Rejects_an_init_container_without_a_memory_request() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.initContainers[0].resources.requests.memory of container 'init' is not set; allowed: a quantity above 0. Request what the container uses under ordinary load.",
        Workloads.Deployment.With("spec.template.spec.initContainers", "[{ name: init, resources: { requests: { cpu: 1 } } }]"));

    [Fact]
    public void Rejects_a_request_of_nothing() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].resources.requests.cpu of container 'web' is 0; allowed: a quantity above 0. Request what the container uses under ordinary load.",
        Workloads.Deployment.With($"{Resources}.requests.cpu", "0"));

    [Fact]
    public void Rejects_what_is_no_quantity() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].resources.requests.memory of container 'web' is '256MB'; allowed: a quantity such as 512Mi. Request what the container uses under ordinary load.",
        Workloads.Deployment.With($"{Resources}.requests.memory", "256MB"));

    [Fact]
    public void Rejects_fractions_of_a_byte() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].resources.requests.memory of container 'web' is '256m'; allowed: whole bytes. The suffix m means thousandths, M and Mi mean megabytes. Request what the container uses under ordinary load.",
        Workloads.Deployment.With($"{Resources}.requests.memory", "256m"));

    [Fact]
    public void Cannot_decide_an_unknown_request() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].resources.requests.memory is known only after the deployment", Workloads.Deployment.WithUnknown($"{Resources}.requests.memory"));
}
