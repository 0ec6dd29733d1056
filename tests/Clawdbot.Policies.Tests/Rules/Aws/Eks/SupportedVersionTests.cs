using Clawdbot.Policies.Rules.Aws.Eks;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Eks;

public sealed class SupportedVersionTests
{
    private const string Remedy = "Upgrade one minor version at a time: the cluster first, then its nodes.";

    private static readonly SupportedVersion Rule = new();

    [Fact]
    public void Accepts_supported_versions() => RuleCheck.Accepts(Rule, AwsSamples.Cluster, AwsSamples.Component, AwsSamples.NodeGroup);

    [Fact]
    public void Accepts_extended_support_where_nothing_else_is_asked_for() => RuleCheck.Accepts(Rule, AwsSamples.Cluster.With("version", "'1.32'").Without("upgradePolicy"));

    [Fact]
    public void Accepts_the_newest_by_silence() => RuleCheck.Accepts(Rule, AwsSamples.Cluster.Without("version"));

    [Fact]
    public void Rejects_a_version_without_any_support() => RuleCheck.Rejects(
        Rule, $"version is '1.29'; allowed: 1.32 or newer. It is out of extended support. {Remedy}", AwsSamples.Cluster.With("version", "'1.29'"));

    [Fact]
    public void Rejects_a_version_that_is_read_as_a_number() => RuleCheck.Rejects(
        Rule, $"version is 1.3; allowed: 1.32 or newer. It is out of extended support. {Remedy}", AwsSamples.Cluster.With("version", "1.30"));

    [Fact]
    public void Rejects_extended_support_where_standard_support_is_asked_for() => RuleCheck.Rejects(
        Rule, $"version is '1.32'; allowed: 1.34 or newer. It is out of the standard support that upgradePolicy asks for. {Remedy}",
        AwsSamples.Cluster.With("version", "'1.32'").With("upgradePolicy.supportType", "STANDARD"));

    [Fact]
    public void Rejects_old_nodes() => RuleCheck.Rejects(
        Rule, $"version is '1.28'; allowed: 1.32 or newer. It is out of extended support. {Remedy}", AwsSamples.NodeGroup.With("version", "'1.28'"));
}
