using Clawdbot.Policies.Rules.Aws.Iam;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Iam;

public sealed class RoleTrustTests
{
    private const string Remedy = "Name the principals, and for an OIDC provider the subject and the audience, in the trust policy.";
    private const string Provider = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/A";

    private static readonly RoleTrust Rule = new();

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111122223333:root"]},"Action":"sts:AssumeRole"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:saml-provider/idp"},"Action":"sts:AssumeRoleWithSAML"}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}""")]
    public void Accepts_somebody_who_is_named(string statement) => RuleCheck.Accepts(Rule, AwsSamples.Trust(statement));

    [Fact]
    public void Accepts_one_service_account_and_one_repository() => RuleCheck.Accepts(
        Rule,
        Federated("""{"StringEquals":{"x:sub":"system:serviceaccount:shop:web"}}"""),
        Federated("""{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:shop/web:*"}}"""));

    [Fact]
    public void Rejects_everybody() => RuleCheck.Rejects(
        Rule, $"assumeRolePolicy#.Statement[0].Principal is '*'; allowed: named principals, or a Condition about who asks. {Remedy}",
        AwsSamples.Trust("""{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}"""));

    [Fact]
    public void Rejects_everybody_among_others() => RuleCheck.Rejects(
        Rule, $"assumeRolePolicy#.Statement[0].Principal.AWS[1] is '*'; allowed: named principals, or a Condition about who asks. {Remedy}",
        AwsSamples.Trust("""{"Effect":"Allow","Principal":{"AWS":["111122223333","*"]},"Action":"sts:AssumeRole"}"""));

    [Fact]
    public void Rejects_everybody_but_some() => RuleCheck.Rejects(
        Rule, $"assumeRolePolicy#.Statement[0].NotPrincipal is an object; allowed: a Principal that names who is trusted. An Allow with NotPrincipal trusts everybody else. {Remedy}",
        AwsSamples.Trust("""{"Effect":"Allow","NotPrincipal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}"""));

    [Fact]
    public void Rejects_every_pod_of_a_cluster() => RuleCheck.Rejects(
        Rule, $"assumeRolePolicy#.Statement[0].Principal.Federated is '{Provider}'; allowed: the provider under a Condition on its sub. {Remedy}",
        Federated("""{"StringEquals":{"x:aud":"sts.amazonaws.com"}}"""));

    [Fact]
    public void Rejects_a_subject_that_names_nobody() => RuleCheck.Rejects(
        Rule,
        $"""assumeRolePolicy#.Statement[0].Condition.StringLike["x:sub"] is 'system:serviceaccount:*:*'; allowed: a subject that names a service account or a repository. {Remedy}""",
        Federated("""{"StringLike":{"x:sub":"system:serviceaccount:*:*"}}"""));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() =>
        RuleCheck.CannotDecide(Rule, "assumeRolePolicy is known only after the deployment", AwsSamples.Trust("""{"Effect":"Allow"}""").WithUnknown("assumeRolePolicy"));

    private static Sample Federated(string condition) => AwsSamples.Trust(
        """{"Effect":"Allow","Principal":{"Federated":"PROVIDER"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":CONDITION}"""
            .Replace("PROVIDER", Provider, StringComparison.Ordinal).Replace("CONDITION", condition, StringComparison.Ordinal));
}
