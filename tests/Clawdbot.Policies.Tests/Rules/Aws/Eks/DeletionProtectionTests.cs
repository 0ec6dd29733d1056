using Clawdbot.Policies.Rules.Aws.Eks;
using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Rules.Aws.Eks;

public sealed class DeletionProtectionTests
{
    private static readonly DeletionProtection Rule = new();

    [Fact]
    public void Accepts_a_protected_cluster() => RuleCheck.Accepts(Rule, AwsSamples.Cluster, AwsSamples.Component);

    [Fact]
    public void Rejects_silence_because_it_is_not_protected() => RuleCheck.Rejects(
        Rule, "deletionProtection is not set; allowed: true. Set deletionProtection to true.", AwsSamples.Cluster.Without("deletionProtection"));

    [Fact]
    public void Rejects_a_component_that_is_not_protected() => RuleCheck.Rejects(
        Rule, "deletionProtection is false; allowed: true. Set deletionProtection to true.", AwsSamples.Component.With("deletionProtection", "false"));

    [Fact]
    public void Corrects_what_is_not_protected()
    {
        Assert.True(Rule.Remediate(AwsSamples.Cluster.Without("deletionProtection").Resource)?.Find("deletionProtection") is PropertyValue.Flag { Value: true });
        Assert.Null(Rule.Remediate(AwsSamples.Cluster.Resource));
    }
}
