using Clawdbot.Policies.Rules.Aws.Eks;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Eks;

public sealed class SecretsEncryptionTests
{
    private const string Remedy = "Name a KMS key in encryptionConfig, for the resources [secrets]; it cannot be taken away again.";

    private static readonly SecretsEncryption Rule = new();

    [Fact]
    public void Accepts_an_own_key() => RuleCheck.Accepts(Rule, AwsSamples.Cluster, AwsSamples.Component);

    [Fact]
    public void Accepts_a_key_that_is_known_only_after_the_deployment() => RuleCheck.Accepts(Rule, AwsSamples.Cluster.WithUnknown("encryptionConfig.provider.keyArn"));

    [Fact]
    public void Rejects_a_cluster_without_encryption() => RuleCheck.Rejects(
        Rule, $"encryptionConfig.resources is not set; allowed: [secrets]. {Remedy}", AwsSamples.Cluster.Without("encryptionConfig"));

    [Fact]
    public void Rejects_encryption_of_nothing() => RuleCheck.Rejects(
        Rule, $"encryptionConfig.resources is an empty list; allowed: [secrets]. {Remedy}", AwsSamples.Cluster.With("encryptionConfig.resources", "[]"));

    [Fact]
    public void Rejects_a_component_without_a_key() => RuleCheck.Rejects(
        Rule, $"encryptionConfigKeyArn is not set; allowed: the ARN of a KMS key. {Remedy}", AwsSamples.Component.Without("encryptionConfigKeyArn"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "encryptionConfigKeyArn is known only after the deployment", AwsSamples.Component.WithUnknown("encryptionConfigKeyArn"));
}
