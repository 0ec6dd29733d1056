using Clawdbot.Policies.Rules.Aws.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Storage;

public sealed class PublicBucketsTests
{
    private const string Remedy = "Declare aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock for the bucket with all four settings true, and name who may read.";

    private static readonly PublicBuckets Rule = new();

    [Fact]
    public void Accepts_a_bucket_whose_public_access_is_refused() => RuleCheck.Accepts(Rule, AwsSamples.Bucket, AwsSamples.PublicAccessBlock);

    [Fact]
    public void Accepts_a_bucket_that_is_known_only_after_the_deployment() =>
        RuleCheck.Accepts(Rule, AwsSamples.Bucket.Without("bucket"), AwsSamples.PublicAccessBlock.WithUnknown("bucket"));

    [Fact]
    public void Accepts_a_refusal_for_the_account() => RuleCheck.Accepts(
        Rule, AwsSamples.Bucket,
        Sample.Of("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", "{ blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true }"));

    [Fact]
    public void Accepts_a_policy_that_denies_everybody_or_names_a_service() => RuleCheck.Accepts(
        Rule,
        AwsSamples.Policy(
            "aws:s3/bucketPolicy:BucketPolicy", "policy",
            """{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"},{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"*"}"""),
        AwsSamples.Policy(
            "aws:s3/bucketPolicy:BucketPolicy", "policy",
            """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}"""));

    [Fact]
    public void Rejects_a_bucket_without_a_refusal() => RuleCheck.Rejects(
        Rule, $"the public access block of the bucket is not in the stack; allowed: one for each bucket, or one for the account. {Remedy}", AwsSamples.Bucket);

    [Fact]
    public void Rejects_a_refusal_with_a_gap() => RuleCheck.Rejects(
        Rule, $"restrictPublicBuckets is not set; allowed: true. {Remedy}", AwsSamples.Bucket, AwsSamples.PublicAccessBlock.Without("restrictPublicBuckets"));

    [Fact]
    public void Rejects_a_public_access_list() => RuleCheck.Rejects(
        Rule, $"acl is 'public-read'; allowed: 'private'. {Remedy}", Sample.Of("aws:s3/bucketAcl:BucketAcl", "{ bucket: models, acl: public-read }"));

    [Fact]
    public void Rejects_a_grant_to_everybody() => RuleCheck.Rejects(
        Rule,
        $"accessControlPolicy.grants[0].grantee.uri is 'http://acs.amazonaws.com/groups/global/AllUsers'; allowed: an account, or the group of log deliveries. {Remedy}",
        Sample.Of(
            "aws:s3/bucketAcl:BucketAcl",
            "accessControlPolicy: { grants: [{ permission: READ, grantee: { type: Group, uri: 'http://acs.amazonaws.com/groups/global/AllUsers' } }] }"));

    [Fact]
    public void Rejects_a_policy_for_everybody() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Principal.AWS is '*'; allowed: named principals, or a Condition about who asks. {Remedy}",
        AwsSamples.Policy("aws:s3/bucketPolicy:BucketPolicy", "policy", """{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:GetObject","Resource":"*"}"""));

    [Fact]
    public void Rejects_a_policy_for_everybody_who_uses_TLS() => RuleCheck.Rejects(
        Rule, $"policy#.Statement[0].Principal is '*'; allowed: named principals, or a Condition about who asks. {Remedy}",
        AwsSamples.Policy(
            "aws:s3/bucketPolicy:BucketPolicy", "policy",
            """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}"""));

    [Fact]
    public void Cannot_decide_a_policy_that_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "policy is known only after the deployment", Sample.Of("aws:s3/bucketPolicy:BucketPolicy", "policy: x").WithUnknown("policy"));

    [Fact]
    public void Cannot_decide_a_policy_that_is_no_JSON() => RuleCheck.CannotDecide(Rule, "policy is no JSON", Sample.Of("aws:s3/bucketPolicy:BucketPolicy", "policy: x"));
}
