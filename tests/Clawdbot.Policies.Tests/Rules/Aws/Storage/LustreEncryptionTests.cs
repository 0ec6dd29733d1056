using Clawdbot.Policies.Rules.Aws.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Storage;

public sealed class LustreEncryptionTests
{
    private static readonly LustreEncryption Rule = new();

    private static readonly Sample FileSystem = Sample.Of(
        "aws:fsx/lustreFileSystem:LustreFileSystem", "{ deploymentType: PERSISTENT_2, kmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/k' }");

    [Fact]
    public void Accepts_an_own_key() => RuleCheck.Accepts(Rule, FileSystem, FileSystem.With("deploymentType", "SCRATCH_2").Without("kmsKeyId"));

    [Fact]
    public void Rejects_a_persistent_file_system_without() => RuleCheck.Rejects(
        Rule, "kmsKeyId is not set; allowed: the ARN of a KMS key. Name a KMS key in kmsKeyId; the file system must be made anew for it.", FileSystem.Without("kmsKeyId"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() =>
        RuleCheck.CannotDecide(Rule, "kmsKeyId is known only after the deployment", FileSystem.WithUnknown("kmsKeyId"));
}
