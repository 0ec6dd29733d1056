using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Rules.Aws.Eks;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Eks;

public sealed class ControlPlaneLogsTests
{
    private const string Some = "[api, audit, authenticator]";

    private static readonly ControlPlaneLogs Rule = new();

    [Fact]
    public void Accepts_all_types() => RuleCheck.Accepts(Rule, AwsSamples.Cluster, AwsSamples.Component);

    [Fact]
    public void Rejects_some_types() => RuleCheck.Rejects(
        Rule,
        "enabledClusterLogTypes is [api, audit, authenticator]; allowed: a list with api, audit, authenticator, controllerManager, scheduler. Missing: controllerManager, scheduler. "
        + "Add the missing types to enabledClusterLogTypes.",
        AwsSamples.Cluster.With("enabledClusterLogTypes", Some));

    [Fact]
    public void Rejects_silence_because_nothing_is_written() => RuleCheck.Rejects(
        Rule,
        "enabledClusterLogTypes is not set; allowed: a list with api, audit, authenticator, controllerManager, scheduler. "
        + "Missing: api, audit, authenticator, controllerManager, scheduler. Add the missing types to enabledClusterLogTypes.",
        AwsSamples.Cluster.Without("enabledClusterLogTypes"));

    [Fact]
    public void Accepts_what_the_configuration_asks_for()
    {
        var configuration = new PolicyConfiguration(true, new Dictionary<string, RuleConfiguration>
        {
            ["eks-log-types"] = new(EnforcementLevel.Mandatory, new Dictionary<string, object> { ["types"] = new[] { "audit" } }),
        });
        Assert.Empty(RuleCheck.Run(Rule, configuration, AwsSamples.Cluster.With("enabledClusterLogTypes", Some)).Violations);
    }
}
