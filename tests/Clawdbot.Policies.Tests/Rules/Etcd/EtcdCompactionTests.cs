using Clawdbot.Policies.Rules.Etcd;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Etcd;

public sealed class EtcdCompactionTests
{
    private const string Remedy = "Set --auto-compaction-mode=periodic, --auto-compaction-retention=1h and --quota-backend-bytes.";

    private static readonly EtcdCompaction Rule = new();

    [Fact]
    public void Accepts_an_end_of_history_and_a_quota() => RuleCheck.Accepts(Rule, EtcdSamples.Members);

    [Theory]
    [InlineData(13, "--debug", "--auto-compaction-retention of container 'etcd' is not set; allowed: a time or a number of revisions, such as 1h. ")]
    [InlineData(13, "--auto-compaction-retention=0", "--auto-compaction-retention of container 'etcd' is '0'; allowed: a time or a number of revisions, such as 1h. ")]
    [InlineData(14, "--debug", "--quota-backend-bytes of container 'etcd' is not set; allowed: a number of bytes up to 8589934592. ")]
    [InlineData(14, "--quota-backend-bytes=99999999999", "--quota-backend-bytes of container 'etcd' is '99999999999'; allowed: a number of bytes up to 8589934592. ")]
    public void Rejects_growth_without_an_end(int index, string argument, string message) => RuleCheck.Rejects(Rule, message + Remedy, EtcdSamples.WithArgument(index, argument));

    [Fact]
    public void Cannot_decide_what_another_object_sets()
    {
        var findings = RuleCheck.Run(Rule, EtcdSamples.WithArgument(14, "--debug").With("spec.template.spec.containers[0].envFrom", "[{ configMapRef: { name: etcd } }]"));
        Assert.Equal([], findings.Violations.Select(v => v.Message));
        Assert.Equal(["--quota-backend-bytes of container 'etcd' may be set elsewhere"], findings.NotApplicable.Select(n => n.Reason));
    }
}
