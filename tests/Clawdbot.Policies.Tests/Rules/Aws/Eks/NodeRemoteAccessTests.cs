using Clawdbot.Policies.Rules.Aws.Eks;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Eks;

public sealed class NodeRemoteAccessTests
{
    private static readonly NodeRemoteAccess Rule = new();

    private static readonly Sample WithSsh = AwsSamples.NodeGroup.With("remoteAccess", "{ ec2SshKey: ops, sourceSecurityGroupIds: [sg-1] }");

    [Fact]
    public void Accepts_no_SSH() => RuleCheck.Accepts(Rule, AwsSamples.NodeGroup);

    [Fact]
    public void Accepts_SSH_from_named_groups() => RuleCheck.Accepts(Rule, WithSsh);

    [Fact]
    public void Rejects_SSH_from_everywhere() => RuleCheck.Rejects(
        Rule,
        "remoteAccess.sourceSecurityGroupIds is not set; allowed: the security groups that may connect. Remove remoteAccess and use Session Manager, or name sourceSecurityGroupIds.",
        WithSsh.Without("remoteAccess.sourceSecurityGroupIds"));

    [Fact]
    public void Cannot_decide_groups_that_are_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "remoteAccess.sourceSecurityGroupIds is known only after the deployment", WithSsh.WithUnknown("remoteAccess.sourceSecurityGroupIds"));
}
