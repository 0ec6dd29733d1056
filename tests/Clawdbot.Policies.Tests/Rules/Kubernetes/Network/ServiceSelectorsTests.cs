using Clawdbot.Policies.Rules.Kubernetes.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Network;

public sealed class ServiceSelectorsTests
{
    private const string Remedy = "Make selector and targetPort agree with the labels and ports of the pod template.";

    private static readonly ServiceSelectors Rule = new();

    [Fact]
    public void Accepts_a_service_with_pods() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Service);

    [Fact]
    public void Accepts_a_label_that_the_controller_gives() => RuleCheck.Accepts(
        Rule, Workloads.Deployment, KubernetesSamples.Service.With("spec.selector", "{ app.kubernetes.io/name: web, statefulset.kubernetes.io/pod-name: web-0 }"));

    [Fact]
    public void Accepts_a_service_whose_pods_are_elsewhere() => RuleCheck.Accepts(Rule, KubernetesSamples.Service);

    [Fact]
    public void Accepts_a_service_without_a_selector() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Service.Without("spec.selector"));

    [Fact]
    public void Rejects_a_selector_for_nothing() => RuleCheck.Rejects(
        Rule, $"spec.selector is an object; allowed: labels of pods in the namespace. {Remedy}", Workloads.Deployment, KubernetesSamples.Service.With("spec.selector", "app: other"));

    [Fact]
    public void Rejects_a_port_that_the_pods_lack() => RuleCheck.Rejects(
        Rule,
        $"spec.ports[0].targetPort is 'https'; allowed: the name of a port of the pods, or a number. {Remedy}",
        Workloads.Deployment, KubernetesSamples.Service.With("spec.ports[0].targetPort", "https"));

    [Theory]
    [InlineData("[{ port: 80, targetPort: 9999 }]", "targetPort is 9999")]
    [InlineData("[{ port: 80, targetPort: '9999' }]", "targetPort is '9999'")]
    [InlineData("[{ port: 80 }]", "port is 80")]
    public void Rejects_a_number_that_no_container_lists(string ports, string message) => RuleCheck.Rejects(
        Rule, $"spec.ports[0].{message}; allowed: a port that the containers list. {Remedy}", Workloads.Deployment, KubernetesSamples.Service.With("spec.ports", ports));

    [Fact]
    public void Accepts_a_number_beside_one_that_is_listed() =>
        RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Service.With("spec.ports", "[{ name: http, port: 80, targetPort: http }, { name: metrics, port: 9999 }]"));

    [Fact]
    public void Accepts_any_number_for_containers_that_list_nothing() =>
        RuleCheck.Accepts(Rule, Workloads.Deployment.Without("spec.template.spec.containers[0].ports"), KubernetesSamples.Service.With("spec.ports", "[{ port: 9999 }]"));

    [Fact]
    public void Accepts_any_number_without_an_address() =>
        RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.Service.With("spec.ports", "[{ port: 9999 }]").With("spec.clusterIP", "None"));

    [Fact]
    public void Cannot_decide_beside_a_custom_resource_that_may_make_pods() => RuleCheck.CannotDecide(
        Rule,
        "the namespace may have pods that are not seen here: of charts, custom resources, or objects whose namespace cannot be read",
        Workloads.Deployment, KubernetesSamples.Service.With("spec.selector", "app: other"), Sample.Manifest("{ apiVersion: kafka.strimzi.io/v1, kind: Kafka, metadata: { name: a, namespace: shop } }"));

    [Fact]
    public void Cannot_decide_an_unknown_label() => RuleCheck.CannotDecide(
        Rule,
        "spec.template.metadata.labels[\"app.kubernetes.io/name\"] is known only after the deployment",
        Workloads.Deployment.WithUnknown("spec.template.metadata.labels[\"app.kubernetes.io/name\"]"), KubernetesSamples.Service);
}
