using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class SelectorsTests
{
    private const string Remedy = "allowed: a selector that matches the labels of the pod template. Give the pod template all labels of the selector.";

    private static readonly Selectors Rule = new();

    [Fact]
    public void Accepts_labels_of_the_template() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_a_job_without_a_selector() => RuleCheck.Accepts(Rule, KubernetesSamples.Job);

    [Fact]
    public void Rejects_other_labels() => RuleCheck.Rejects(Rule, $"spec.selector is an object; {Remedy}", Workloads.Deployment.With("spec.selector.matchLabels", "app: other"));

    [Fact]
    public void Rejects_no_selector() => RuleCheck.Rejects(Rule, $"spec.selector is not set; {Remedy}", Workloads.Deployment.Without("spec.selector"));

    [Fact]
    public void Rejects_a_selector_for_everything() => RuleCheck.Rejects(Rule, $"spec.selector is an empty object; {Remedy}", Workloads.Deployment.With("spec.selector", "{}"));

    [Fact]
    public void Cannot_decide_an_unknown_label() => RuleCheck.CannotDecide(
        Rule, "spec.template.metadata.labels[\"app.kubernetes.io/name\"] is known only after the deployment", Workloads.Deployment.WithUnknown("spec.template.metadata.labels"));
}
