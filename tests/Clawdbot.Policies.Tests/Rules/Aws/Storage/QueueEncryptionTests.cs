using Clawdbot.Policies.Rules.Aws.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Storage;

public sealed class QueueEncryptionTests
{
    private static readonly QueueEncryption Rule = new();

    private static readonly Sample Queue = Sample.Of("aws:sqs/queue:Queue", "{ name: events, sqsManagedSseEnabled: true }");

    [Fact]
    public void Accepts_encryption_by_either_key() => RuleCheck.Accepts(
        Rule, Queue, Queue.Without("sqsManagedSseEnabled"), Queue.With("sqsManagedSseEnabled", "false").With("kmsMasterKeyId", "alias/events"));

    [Fact]
    public void Rejects_encryption_that_was_turned_off() => RuleCheck.Rejects(
        Rule, "sqsManagedSseEnabled is false; allowed: true, or a key in kmsMasterKeyId. Remove sqsManagedSseEnabled, or name a KMS key in kmsMasterKeyId.",
        Queue.With("sqsManagedSseEnabled", "false"));

    [Fact]
    public void Cannot_decide_a_key_that_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "kmsMasterKeyId is known only after the deployment", Queue.With("sqsManagedSseEnabled", "false").With("kmsMasterKeyId", "x").WithUnknown("kmsMasterKeyId"));
}
