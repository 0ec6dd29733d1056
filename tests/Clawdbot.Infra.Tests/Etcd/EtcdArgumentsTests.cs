using Clawdbot.Infra.Etcd;

namespace Clawdbot.Infra.Tests.Etcd;

public sealed class EtcdArgumentsTests
{
    /// <summary>Everything, so that a change of any flag is a decision.</summary>
    [Fact]
    public void A_pod_starts_with_these_arguments() =>
        Assert.Equal(
            [
                "--name=$(POD_NAME)",
                "--data-dir=/var/lib/etcd/data",
                "--listen-client-urls=https://0.0.0.0:2379",
                "--advertise-client-urls=https://$(POD_NAME).etcd.clawdbot-etcd.svc:2379",
                "--listen-peer-urls=https://0.0.0.0:2380",
                "--initial-advertise-peer-urls=https://$(POD_NAME).etcd.clawdbot-etcd.svc:2380",
                "--listen-metrics-urls=http://0.0.0.0:2381",
                "--initial-cluster=etcd-0=https://etcd-0.etcd.clawdbot-etcd.svc:2380,etcd-1=https://etcd-1.etcd.clawdbot-etcd.svc:2380,etcd-2=https://etcd-2.etcd.clawdbot-etcd.svc:2380",
                "--initial-cluster-state=$(INITIAL_CLUSTER_STATE)",
                "--initial-cluster-token=clawdbot-etcd",
                "--strict-reconfig-check=true",
                "--cert-file=/etc/etcd/tls/etcd-server/tls.crt",
                "--key-file=/etc/etcd/tls/etcd-server/tls.key",
                "--trusted-ca-file=/etc/etcd/tls/etcd-server/ca.crt",
                "--client-cert-auth=true",
                "--peer-cert-file=/etc/etcd/tls/etcd-peer/tls.crt",
                "--peer-key-file=/etc/etcd/tls/etcd-peer/tls.key",
                "--peer-trusted-ca-file=/etc/etcd/tls/etcd-peer/ca.crt",
                "--peer-client-cert-auth=true",
                "--tls-min-version=TLS1.2",
                "--heartbeat-interval=100",
                "--election-timeout=1000",
                "--pre-vote=true",
                "--auto-compaction-mode=periodic",
                "--auto-compaction-retention=60m",
                "--quota-backend-bytes=2147483648",
                "--snapshot-count=10000",
                "--feature-gates=CompactHashCheck=true,InitialCorruptCheck=true",
            ],
            EtcdArguments.For(new EtcdClusterSpec(), EtcdMemberIdentity.InPod(3)).AsEnumerable());

    [Fact]
    public void A_quota_of_eight_gibibytes_does_not_overflow() =>
        Assert.Contains("--quota-backend-bytes=8589934592", EtcdArguments.For(new EtcdClusterSpec { QuotaMiB = 8192 }, EtcdMemberIdentity.InPod(3)));

    [Fact]
    public void A_grant_covers_exactly_its_prefix()
    {
        var grant = new EtcdGrant("gateway", "READ", "/clawdbot/");
        Assert.Equal("/clawdbot0", grant.RangeEnd);
        Assert.Equal("L2NsYXdkYm90Lw==", grant.EncodedPrefix);
        Assert.Equal("L2NsYXdkYm90MA==", grant.EncodedRangeEnd);
    }
}
