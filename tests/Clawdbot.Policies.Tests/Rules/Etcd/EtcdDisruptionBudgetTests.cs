using Clawdbot.Policies.Rules.Etcd;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Etcd;

public sealed class EtcdDisruptionBudgetTests
{
    private const string Remedy = "Make a PodDisruptionBudget with maxUnavailable 1 that selects the members.";

    private static readonly EtcdDisruptionBudget Rule = new();

    [Theory]
    [InlineData("{ maxUnavailable: 1, selector: { matchLabels: { app: etcd } } }")]
    [InlineData("{ minAvailable: 2, selector: { matchLabels: { app: etcd } } }")]
    [InlineData("{ minAvailable: 51%, selector: { matchLabels: { app: etcd } } }")]
    public void Accepts_a_budget_that_keeps_a_majority(string spec) => RuleCheck.Accepts(Rule, EtcdSamples.Members, EtcdSamples.Budget.With("spec", spec));

    [Fact]
    public void Accepts_budgets_without_members() => RuleCheck.Accepts(Rule, EtcdSamples.Budget.With("spec.maxUnavailable", "3"));

    [Fact]
    public void Rejects_no_budget() => RuleCheck.Rejects(Rule, $"The PodDisruptionBudget of the members is not there; allowed: one with maxUnavailable 1. {Remedy}", EtcdSamples.Members);

    [Fact]
    public void Rejects_a_budget_of_something_else() => RuleCheck.Rejects(
        Rule,
        $"The PodDisruptionBudget of the members is not there; allowed: one with maxUnavailable 1. {Remedy}",
        EtcdSamples.Members, EtcdSamples.Budget.With("metadata.namespace", "other"));

    [Fact]
    public void Rejects_the_loss_of_the_majority() => RuleCheck.Rejects(
        Rule, $"spec.maxUnavailable is 2; allowed: at most 1 of 3. {Remedy}", EtcdSamples.Members, EtcdSamples.Budget.With("spec.maxUnavailable", "2"));

    [Fact]
    public void Rejects_too_few_that_stay() => RuleCheck.Rejects(
        Rule,
        $"spec.minAvailable is 1; allowed: at least 2 of 3. {Remedy}",
        EtcdSamples.Members, EtcdSamples.Budget.With("spec", "{ minAvailable: 1, selector: { matchLabels: { app: etcd } } }"));
}
