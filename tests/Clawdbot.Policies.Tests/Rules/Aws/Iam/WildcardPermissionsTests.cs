using Clawdbot.Policies.Rules.Aws.Iam;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Iam;

public sealed class WildcardPermissionsTests
{
    private const string Remedy = "Name the actions and the ARNs that are needed, or add a Condition on tags of the resource.";

    private static readonly WildcardPermissions Rule = new();

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":["s3:PutObject","s3:Get*"],"Resource":"arn:aws:s3:::models/*"}""")]
    [InlineData("""{"Effect":"Allow","Action":["ec2:Describe*","autoscaling:DescribeTags","s3:ListAllMyBuckets","ecr:GetAuthorizationToken"],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:*","Resource":["arn:aws:s3:::models","arn:aws:s3:::models/*"]}""")]
    [InlineData("""{"Effect":"Allow","Action":"autoscaling:SetDesiredCapacity","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/cluster":"shop"}}}""")]
    [InlineData("""{"Effect":"Allow","Action":["cloudwatch:PutMetricData","ssmmessages:*","xray:PutTraceSegments"],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","NotAction":"s3:*","Resource":"*"}""")]
    public void Accepts_permissions_with_a_limit(string statement) => RuleCheck.Accepts(Rule, AwsSamples.RolePolicy(statement));

    [Fact]
    public void Accepts_the_policy_of_a_key() => RuleCheck.Accepts(
        Rule, AwsSamples.Policy("aws:kms/key:Key", "policy", """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}"""));

    [Fact]
    public void Rejects_everything() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Action is '*'; allowed: the actions that are needed, when they are allowed on all resources. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":"*","Resource":"*"}"""));

    [Fact]
    public void Rejects_a_whole_service() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Action[1] is 'ec2:*'; allowed: the actions that are needed, when they are allowed on all resources. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":["s3:ListBucket","ec2:*"],"Resource":["arn:aws:s3:::models","*"]}"""));

    [Fact]
    public void Rejects_all_buckets_by_their_ARN() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Action is 's3:*'; allowed: the actions that are needed, when they are allowed on all resources. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::*"}"""));

    [Fact]
    public void Rejects_all_actions_but_some() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].NotAction is 'iam:*'; allowed: an Action that names what is allowed. An Allow with NotAction allows everything else. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"""));

    [Fact]
    public void Rejects_changes_anywhere() => RuleCheck.Rejects(
        Rule,
        "policy#.Statement[0].Action[1] is 'ec2:TerminateInstances'; allowed: actions that only read, when they are allowed on all resources without a Condition. "
        + $"2 actions of this statement change something. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":["ec2:DescribeInstances","ec2:TerminateInstances","kms:Decrypt"],"Resource":"*"}"""));

    [Fact]
    public void Rejects_a_pattern_that_includes_changes() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Action is 'ec2:D*'; allowed: actions that only read, when they are allowed on all resources without a Condition. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":"ec2:D*","Resource":"*"}"""));

    [Fact]
    public void Rejects_all_resources_but_some() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Action is 's3:DeleteObject'; allowed: actions that only read, when they are allowed on all resources without a Condition. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":"s3:DeleteObject","NotResource":"arn:aws:s3:::models/*"}"""));

    [Fact]
    public void Rejects_a_policy_inside_a_role() => RuleCheck.Rejects(
        Rule, $"inlinePolicies[0].policy#.Statement.Action is '*'; allowed: the actions that are needed, when they are allowed on all resources. {Remedy}",
        Sample.Of("aws:iam/role:Role", """inlinePolicies: [{ name: all, policy: '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}' }]"""));

    [Fact]
    public void Rejects_a_policy_that_is_not_yet_text() => RuleCheck.Rejects(
        Rule, $"policy.Statement[0].Action is '*'; allowed: the actions that are needed, when they are allowed on all resources. {Remedy}",
        Sample.Of("aws:iam/policy:Policy", "policy: { Statement: [{ Effect: Allow, Action: '*', Resource: '*' }] }"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "policy is known only after the deployment", AwsSamples.RolePolicy("""{"Effect":"Allow"}""").WithUnknown("policy"));

    [Fact]
    public void Says_nothing_of_a_policy_that_is_secret() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Action is a secret; allowed: the actions that are needed, when they are allowed on all resources. {Remedy}",
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":"*","Resource":"*"}""").WithSecret("policy"));
}
