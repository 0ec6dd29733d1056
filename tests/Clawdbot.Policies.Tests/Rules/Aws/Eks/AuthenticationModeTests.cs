using Clawdbot.Policies.Rules.Aws.Eks;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Eks;

public sealed class AuthenticationModeTests
{
    private const string Remedy = "Use the authentication mode API, make no administrator of the creator, and give each principal an access entry.";

    private static readonly AuthenticationMode Rule = new();

    [Fact]
    public void Accepts_access_entries_alone() => RuleCheck.Accepts(Rule, AwsSamples.Cluster, AwsSamples.Component);

    [Fact]
    public void Rejects_the_ConfigMap_beside_them() => RuleCheck.Rejects(
        Rule, $"accessConfig.authenticationMode is 'API_AND_CONFIG_MAP'; allowed: 'API'. {Remedy}",
        AwsSamples.Cluster.With("accessConfig.authenticationMode", "API_AND_CONFIG_MAP"));

    [Fact]
    public void Rejects_a_creator_who_is_administrator() => RuleCheck.Rejects(
        Rule, $"accessConfig.bootstrapClusterCreatorAdminPermissions is not set; allowed: false. {Remedy}",
        AwsSamples.Cluster.Without("accessConfig.bootstrapClusterCreatorAdminPermissions"));

    [Fact]
    public void Rejects_a_component_with_the_ConfigMap() => RuleCheck.Rejects(
        Rule, $"authenticationMode is not set; allowed: 'API'. {Remedy}", AwsSamples.Component.Without("authenticationMode"));

    [Fact]
    public void Still_sees_the_creator_when_the_mode_is_known_only_after_the_deployment()
    {
        var findings = RuleCheck.Run(
            Rule, AwsSamples.Cluster.WithUnknown("accessConfig.authenticationMode").With("accessConfig.bootstrapClusterCreatorAdminPermissions", "true"));
        Assert.Equal([$"accessConfig.bootstrapClusterCreatorAdminPermissions is true; allowed: false. {Remedy}"], findings.Violations.Select(v => v.Message));
        Assert.Equal(["accessConfig.authenticationMode is known only after the deployment"], findings.NotApplicable.Select(n => n.Reason));
    }
}
