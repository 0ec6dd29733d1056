using Clawdbot.Policies.Rules.Aws.Eks;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Eks;

public sealed class NodeGroupUpdateTests
{
    private const string Remedy = "Keep updateConfig small and forceUpdateVersion off, and enable nodeRepairConfig on GPU nodes.";

    private static readonly NodeGroupUpdate Rule = new();

    [Fact]
    public void Accepts_one_node_at_a_time() => RuleCheck.Accepts(Rule, AwsSamples.NodeGroup);

    [Fact]
    public void Accepts_nodes_without_accelerators_that_are_not_repaired() =>
        RuleCheck.Accepts(Rule, AwsSamples.NodeGroup.With("amiType", "AL2023_x86_64_STANDARD").Without("nodeRepairConfig").Without("updateConfig"));

    [Fact]
    public void Rejects_most_nodes_at_once() => RuleCheck.Rejects(
        Rule, $"updateConfig.maxUnavailable is 2; allowed: at most 1 of 3 nodes. {Remedy}", AwsSamples.NodeGroup.With("updateConfig.maxUnavailable", "2"));

    [Fact]
    public void Rejects_a_large_percentage() => RuleCheck.Rejects(
        Rule, $"updateConfig.maxUnavailablePercentage is 100; allowed: at most 50. {Remedy}", AwsSamples.NodeGroup.With("updateConfig", "{ maxUnavailablePercentage: 100 }"));

    [Fact]
    public void Rejects_updates_by_force() => RuleCheck.Rejects(
        Rule, $"forceUpdateVersion is true; allowed: false. A forced update evicts pods in spite of their disruption budgets. {Remedy}",
        AwsSamples.NodeGroup.With("forceUpdateVersion", "true"));

    [Fact]
    public void Rejects_GPU_nodes_that_are_not_repaired() => RuleCheck.Rejects(
        Rule, $"nodeRepairConfig.enabled is not set; allowed: true. {Remedy}", AwsSamples.NodeGroup.Without("nodeRepairConfig"));
}
