using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Nodes;

public sealed class PodIdentityRulesTests
{
    private static readonly PodIdentitySpec Backup = new("etcd-backup", "clawdbot-etcd", "etcd-backup", [new IamStatement("Write", ["s3:PutObject"], ["arn:aws:s3:::backups/*"])]);

    [Fact]
    public void Accepts_named_actions_on_named_resources() => Assert.Empty(Check(Backup));

    [Theory]
    [InlineData("*", "arn:aws:s3:::backups/*", "* on arn:aws:s3:::backups/*")]
    [InlineData("s3:*", "arn:aws:s3:::backups/*", "s3:* on arn:aws:s3:::backups/*")]
    [InlineData("s3:PutObject", "*", "s3:PutObject on *")]
    public void Rejects_wildcards(string action, string resource, string shown) =>
        Assert.Equal(
            [$"CB2113: C.podIdentities[0].statements is {shown}; allowed: named actions of one service on named resources. Change it."],
            Check(Backup with { Statements = [new IamStatement("Broad", [action], [resource])] }));

    [Fact]
    public void Rejects_bad_names_and_the_same_account_twice() =>
        Assert.Equal(
            [
                "CB2001: C.podIdentities[0].name is 'Etcd'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit, at most 63 characters. Change it.",
                "CB2001: C.podIdentities[0].serviceAccount is 'Etcd_Backup'; allowed: the name of a ServiceAccount. Change it.",
                "CB1006: C.podIdentities[2] is 'other' for clawdbot-etcd/etcd-backup again; allowed: each name and each service account once. Change it.",
            ],
            Check(Backup with { Name = "Etcd", ServiceAccount = "Etcd_Backup" }, Backup, Backup with { Name = "other" }));

    private static string[] Check(params PodIdentitySpec[] identities) => PodIdentityRules.Check([.. identities], "C", "Change it.").Lines();
}
