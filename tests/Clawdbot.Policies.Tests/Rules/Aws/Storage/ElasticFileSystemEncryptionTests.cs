using Clawdbot.Policies.Rules.Aws.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Storage;

public sealed class ElasticFileSystemEncryptionTests
{
    private static readonly ElasticFileSystemEncryption Rule = new();

    private static readonly Sample FileSystem = Sample.Of("aws:efs/fileSystem:FileSystem", "encrypted: true");

    [Fact]
    public void Accepts_an_encrypted_file_system() => RuleCheck.Accepts(Rule, FileSystem);

    [Fact]
    public void Rejects_silence_because_it_is_not() => RuleCheck.Rejects(
        Rule, "encrypted is not set; allowed: true. Set encrypted to true; an existing file system must be copied into a new one.", FileSystem.Without("encrypted"));
}
