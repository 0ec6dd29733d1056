using Clawdbot.Policies.Rules.Aws.Iam;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Iam;

public sealed class PublicResourcePoliciesTests
{
    private const string Remedy = "Name the principals, or add a Condition about who asks, such as aws:PrincipalAccount or aws:SourceArn.";

    private static readonly PublicResourcePolicies Rule = new();

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:Decrypt","Resource":"*","Condition":{"StringEquals":{"kms:CallerAccount":"111122223333"}}}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"kms:ScheduleKeyDeletion","Resource":"*"}""")]
    public void Accepts_somebody_who_is_named(string statement) => RuleCheck.Accepts(Rule, AwsSamples.Policy("aws:kms/key:Key", "policy", statement));

    [Fact]
    public void Rejects_everybody() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Principal is '*'; allowed: named principals, or a Condition about who asks. {Remedy}",
        AwsSamples.Policy("aws:sqs/queuePolicy:QueuePolicy", "policy", """{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"*"}"""));

    [Fact]
    public void Rejects_everybody_but_some() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].NotPrincipal is an object; allowed: a Principal that names who is admitted. An Allow with NotPrincipal admits everybody else. {Remedy}",
        AwsSamples.Policy("aws:ecr/repositoryPolicy:RepositoryPolicy", "policy", """{"Effect":"Allow","NotPrincipal":{"AWS":"111122223333"},"Action":"ecr:*"}"""));
}
