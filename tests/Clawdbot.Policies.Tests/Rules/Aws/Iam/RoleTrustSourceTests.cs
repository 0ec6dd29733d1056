using Clawdbot.Policies.Rules.Aws.Iam;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Iam;

public sealed class RoleTrustSourceTests
{
    private static readonly RoleTrustSource Rule = new();

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"eks.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}""")]
    public void Accepts_the_own_account(string statement) => RuleCheck.Accepts(Rule, AwsSamples.Trust(statement));

    [Fact]
    public void Rejects_a_service_for_any_account() => RuleCheck.Rejects(
        Rule,
        "assumeRolePolicy#.Statement[0].Principal.Service is 'vpc-flow-logs.amazonaws.com'; allowed: the service under a Condition on aws:SourceAccount or aws:SourceArn. "
        + "Add a Condition on aws:SourceAccount or aws:SourceArn.",
        AwsSamples.Trust("""{"Effect":"Allow","Principal":{"Service":"vpc-flow-logs.amazonaws.com"},"Action":"sts:AssumeRole"}"""));
}
