using Clawdbot.Policies.Rules.Etcd;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Etcd;

public sealed class EtcdBackupTests
{
    private const string Container = "spec.jobTemplate.spec.template.spec.containers[0]";

    private static readonly EtcdBackup Rule = new();

    [Fact]
    public void Accepts_a_snapshot() => RuleCheck.Accepts(Rule, EtcdSamples.Members, EtcdSamples.Backup);

    [Fact]
    public void Accepts_a_job_that_is_called_so() =>
        RuleCheck.Accepts(Rule, EtcdSamples.Members, EtcdSamples.Backup.Without($"{Container}.command").With("metadata.name", "etcd-backup"));

    [Fact]
    public void Accepts_no_etcd() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Rejects_no_snapshot() => RuleCheck.Rejects(
        Rule,
        "The CronJob that backs it up is not there; allowed: one that runs etcdctl snapshot save. Add a CronJob that runs etcdctl snapshot save and takes the file elsewhere.",
        EtcdSamples.Members, EtcdSamples.Backup.With($"{Container}.command", "[etcdctl, defrag]"));
}
