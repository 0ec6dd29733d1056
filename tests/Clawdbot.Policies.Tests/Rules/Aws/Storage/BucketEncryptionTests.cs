using Clawdbot.Policies.Rules.Aws.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Storage;

public sealed class BucketEncryptionTests
{
    private static readonly BucketEncryption Rule = new();

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":["false"]}}}""")]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"NumericLessThan":{"s3:TlsVersion":1.2}}}""")]
    public void Accepts_a_refusal_of_plain_HTTP(string statement) => RuleCheck.Accepts(Rule, AwsSamples.Policy("aws:s3/bucketPolicy:BucketPolicy", "policy", statement));

    [Fact]
    public void Accepts_a_bucket_without_a_policy() => RuleCheck.Accepts(Rule, AwsSamples.Bucket);

    [Fact]
    public void Rejects_a_policy_without() => RuleCheck.Rejects(
        Rule,
        "the refusal of plain HTTP in the bucket policy is missing; allowed: a Deny under aws:SecureTransport false, or under s3:TlsVersion. "
        + "Add a statement to the bucket policy that denies s3:* to everybody when aws:SecureTransport is false.",
        AwsSamples.Policy("aws:s3/bucketPolicy:BucketPolicy", "policy", """{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"*"}"""));
}
