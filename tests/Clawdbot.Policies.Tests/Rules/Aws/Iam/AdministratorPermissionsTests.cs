using Clawdbot.Policies.Rules.Aws.Iam;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Iam;

public sealed class AdministratorPermissionsTests
{
    private const string Remedy = "Attach a policy with the actions that are needed; for iam:PassRole name the role and iam:PassedToService.";
    private const string Arn = "arn:aws:iam::aws:policy/AdministratorAccess";

    private static readonly AdministratorPermissions Rule = new();

    private static readonly Sample Attachment = Sample.Of(
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "{ role: node, policyArn: 'arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy' }");

    [Fact]
    public void Accepts_policies_for_a_purpose() => RuleCheck.Accepts(
        Rule, Attachment, Attachment.With("policyArn", "'arn:aws:iam::111122223333:policy/AdministratorAccess'"));

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::111122223333:role/node"}""")]
    [InlineData("""{"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}}""")]
    public void Accepts_passing_one_role_or_to_one_service(string statement) => RuleCheck.Accepts(Rule, AwsSamples.RolePolicy(statement));

    [Fact]
    public void Rejects_an_attached_administrator() => RuleCheck.Rejects(
        Rule, $"policyArn is '{Arn}'; allowed: a policy with the actions that are needed. {Remedy}", Attachment.With("policyArn", Arn));

    [Fact]
    public void Rejects_an_administrator_in_a_role() => RuleCheck.Rejects(
        Rule, $"managedPolicyArns[0] is '{Arn}'; allowed: a policy with the actions that are needed. {Remedy}", Sample.Of("aws:iam/role:Role", $"managedPolicyArns: ['{Arn}']"));

    [Fact]
    public void Rejects_passing_any_role() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Resource is '*'; allowed: the ARNs of the roles that are passed. The statement allows iam:PassRole. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":["ec2:RunInstances","iam:Pass*"],"Resource":"*"}"""));

    [Fact]
    public void Rejects_passing_any_role_of_the_account() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Resource[0] is 'arn:aws:iam::111122223333:role/*'; allowed: the ARNs of the roles that are passed. The statement allows iam:PassRole. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":"iam:PassRole","Resource":["arn:aws:iam::111122223333:role/*"]}"""));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() =>
        RuleCheck.CannotDecide(Rule, "policyArn is known only after the deployment", Attachment.WithUnknown("policyArn"));
}
