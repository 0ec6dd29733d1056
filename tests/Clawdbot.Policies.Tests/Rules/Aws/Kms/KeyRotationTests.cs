using Clawdbot.Policies.Rules.Aws.Kms;
using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Rules.Aws.Kms;

public sealed class KeyRotationTests
{
    private static readonly KeyRotation Rule = new();

    private static readonly Sample Key = Sample.Of("aws:kms/key:Key", "{ description: logs, enableKeyRotation: true }");

    [Fact]
    public void Accepts_a_key_that_rotates() => RuleCheck.Accepts(Rule, Key);

    [Fact]
    public void Accepts_keys_that_cannot() => RuleCheck.Accepts(
        Rule,
        Key.Without("enableKeyRotation").With("customerMasterKeySpec", "RSA_4096"),
        Key.Without("enableKeyRotation").With("keyUsage", "SIGN_VERIFY"),
        Key.Without("enableKeyRotation").With("customKeyStoreId", "cks-1"));

    [Fact]
    public void Rejects_a_key_that_does_not() => RuleCheck.Rejects(
        Rule, "enableKeyRotation is not set; allowed: true. Set enableKeyRotation to true.", Key.Without("enableKeyRotation").With("customerMasterKeySpec", "SYMMETRIC_DEFAULT"));

    [Fact]
    public void Corrects_a_key_that_does_not()
    {
        Assert.True(Rule.Remediate(Key.With("enableKeyRotation", "false").Resource)?.Find("enableKeyRotation") is PropertyValue.Flag { Value: true });
        Assert.Null(Rule.Remediate(Key.Resource));
        Assert.Null(Rule.Remediate(Key.Without("enableKeyRotation").With("keyUsage", "GENERATE_VERIFY_MAC").Resource));
    }
}
