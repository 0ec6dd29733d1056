using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class ResourceLimitsTests
{
    private const string Resources = "spec.template.spec.containers[0].resources";
    private const string Remedy = "Set limits.memory to the most the container may use, and device limits equal to their requests.";

    private static readonly ResourceLimits Rule = new();

    [Fact]
    public void Accepts_a_memory_limit() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_a_container_without_a_cpu_limit() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without($"{Resources}.limits.cpu"));

    [Fact]
    public void Accepts_the_same_amount_in_other_words() => RuleCheck.Accepts(
        Rule, Workloads.Deployment.With($"{Resources}.requests.memory", "1024Mi").With($"{Resources}.limits.memory", "1Gi"));

    [Fact]
    public void Accepts_a_device_limit_that_stands_for_the_request() => RuleCheck.Accepts(Rule, Workloads.Deployment.With($"{Resources}.limits", "{ memory: 1Gi, nvidia.com/gpu: 1 }"));

    [Fact]
    public void Rejects_a_container_without_a_memory_limit() => RuleCheck.Rejects(
        Rule, $"spec.template.spec.containers[0].resources.limits.memory of container 'web' is not set; allowed: a quantity above 0. {Remedy}", Workloads.Deployment.Without($"{Resources}.limits.memory"));

    [Fact]
    public void Rejects_a_limit_below_the_request() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].resources.limits.cpu of container 'web' is '400m'; allowed: at least the request, '500m'. {Remedy}",
        Workloads.Deployment.With($"{Resources}.limits.cpu", "400m"));

    [Fact]
    public void Rejects_a_device_limit_that_differs_from_the_request() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].resources.limits[\"nvidia.com/gpu\"] of container 'web' is 2; allowed: the request, 1. {Remedy}",
        Workloads.Deployment.With(Resources, "{ requests: { nvidia.com/gpu: 1 }, limits: { memory: 1Gi, nvidia.com/gpu: 2 } }"));

    [Fact]
    public void Rejects_a_device_request_without_a_limit() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].resources.limits[\"nvidia.com/gpu\"] of container 'web' is not set; allowed: the request, 1. {Remedy}",
        Workloads.Deployment.With(Resources, "{ requests: { nvidia.com/gpu: 1 }, limits: { memory: 1Gi } }"));

    [Fact]
    public void Rejects_half_a_device() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].resources.limits[\"nvidia.com/gpu\"] of container 'web' is 0.5; allowed: a whole number. {Remedy}",
        Workloads.Deployment.With(Resources, "{ limits: { memory: 1Gi, nvidia.com/gpu: 0.5 } }"));

    [Fact]
    public void Rejects_what_is_no_quantity() => RuleCheck.Rejects(
        Rule, $"spec.template.spec.containers[0].resources.limits.memory of container 'web' is '1 GB'; allowed: a quantity such as 512Mi. {Remedy}", Workloads.Deployment.With($"{Resources}.limits.memory", "1 GB"));

    [Fact]
    public void Cannot_decide_an_unknown_limit() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].resources.limits.memory is known only after the deployment", Workloads.Deployment.WithUnknown($"{Resources}.limits.memory"));
}
