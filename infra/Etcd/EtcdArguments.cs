using System.Collections.Immutable;
using System.Globalization;

namespace Clawdbot.Infra.Etcd;

/// <summary>
/// The command line of a member, as plain text: the tests start real members with it. Every flag exists in 3.6 and 3.7 under this name.
/// https://etcd.io/docs/v3.6/op-guide/configuration/
/// </summary>
public static class EtcdArguments
{
    /// <summary>The arguments after the program's name, in a fixed order.</summary>
    /// <param name="spec">The cluster.</param>
    /// <param name="member">The member.</param>
    public static ImmutableArray<string> For(EtcdClusterSpec spec, EtcdMemberIdentity member)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(member);
        return
        [
            $"--name={member.Name}",
            $"--data-dir={member.DataFolder}",
            $"--listen-client-urls={member.ListenClient}",
            $"--advertise-client-urls={member.AdvertiseClient}",
            $"--listen-peer-urls={member.ListenPeer}",
            $"--initial-advertise-peer-urls={member.AdvertisePeer}",
            $"--listen-metrics-urls={member.ListenMetrics}",
            $"--initial-cluster={string.Join(',', member.Founders.Select(founder => $"{founder.Key}={founder.Value}"))}",
            $"--initial-cluster-state={member.State}",
            $"--initial-cluster-token={EtcdNames.Token}",
            // A change of members that would endanger the quorum is refused.
            "--strict-reconfig-check=true",
            .. Certificate("", EtcdNames.ServerCertificate, member),
            .. Certificate("peer-", EtcdNames.PeerCertificate, member),
            $"--tls-min-version={EtcdClusterDefaults.MinimumTls}",
            Number("heartbeat-interval", spec.HeartbeatMilliseconds),
            Number("election-timeout", spec.ElectionMilliseconds),
            // A member that was cut off asks before it forces an election on a healthy cluster.
            "--pre-vote=true",
            "--auto-compaction-mode=periodic",
            string.Create(CultureInfo.InvariantCulture, $"--auto-compaction-retention={spec.CompactionMinutes}m"),
            Number("quota-backend-bytes", spec.QuotaMiB * 1024L * 1024L),
            Number("snapshot-count", spec.SnapshotCount),
            $"--feature-gates={EtcdClusterDefaults.FeatureGates}",
        ];
    }

    /// <summary>Certificates are required from both sides, on both ports.</summary>
    private static IEnumerable<string> Certificate(string prefix, string certificate, EtcdMemberIdentity member) =>
    [
        $"--{prefix}cert-file={member.CertificateFile(certificate, "tls.crt")}",
        $"--{prefix}key-file={member.CertificateFile(certificate, "tls.key")}",
        $"--{prefix}trusted-ca-file={member.CertificateFile(certificate, "ca.crt")}",
        $"--{prefix}client-cert-auth=true",
    ];

    private static string Number(string flag, long value) => string.Create(CultureInfo.InvariantCulture, $"--{flag}={value}");
}
