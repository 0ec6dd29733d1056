using System.Collections.Immutable;

namespace Clawdbot.Infra.Etcd;

/// <summary>What tells one member from the others: names, addresses, files.</summary>
public sealed record EtcdMemberIdentity
{
    /// <summary>Variable of the container with the pod's name; Kubernetes puts it into arguments, because the image has no shell.</summary>
    public const string PodVariable = "POD_NAME";

    /// <summary>Variable of the container with <c>new</c> or <c>existing</c>.</summary>
    public const string StateVariable = "INITIAL_CLUSTER_STATE";

    /// <summary>Name of the member.</summary>
    public required string Name { get; init; }

    /// <summary>Folder of the data. Below the volume's root, so that <c>lost+found</c> is not taken for data.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder with one folder for each certificate, which holds <c>tls.crt</c>, <c>tls.key</c> and <c>ca.crt</c>.</summary>
    public required string CertificateFolder { get; init; }

    /// <summary>Addresses to listen on for clients, joined by commas.</summary>
    public required string ListenClient { get; init; }

    /// <summary>Address to listen on for other members.</summary>
    public required string ListenPeer { get; init; }

    /// <summary>Address to listen on for metrics and probes.</summary>
    public required string ListenMetrics { get; init; }

    /// <summary>Address that clients are told.</summary>
    public required string AdvertiseClient { get; init; }

    /// <summary>Address that other members are told.</summary>
    public required string AdvertisePeer { get; init; }

    /// <summary>All founding members: name and peer address.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Founders { get; init; }

    /// <summary><c>new</c> or <c>existing</c>; counts only while the data folder is empty.</summary>
    public required string State { get; init; }

    /// <summary>The member in any of the pods, which fills in its own name.</summary>
    /// <param name="members">Number of members.</param>
    public static EtcdMemberIdentity InPod(int members)
    {
        const string Pod = $"$({PodVariable})";
        return new EtcdMemberIdentity
        {
            Name = Pod,
            DataFolder = "/var/lib/etcd/data",
            CertificateFolder = "/etc/etcd/tls",
            ListenClient = EtcdNames.Url("0.0.0.0", EtcdClusterDefaults.ClientPort),
            ListenPeer = EtcdNames.Url("0.0.0.0", EtcdClusterDefaults.PeerPort),
            ListenMetrics = $"http://0.0.0.0:{EtcdClusterDefaults.MetricsPort}",
            AdvertiseClient = EtcdNames.Url(EtcdNames.Host(Pod), EtcdClusterDefaults.ClientPort),
            AdvertisePeer = EtcdNames.Url(EtcdNames.Host(Pod), EtcdClusterDefaults.PeerPort),
            Founders = [.. Enumerable.Range(0, members).Select(EtcdNames.Member)
                .Select(member => KeyValuePair.Create(member, EtcdNames.Url(EtcdNames.Host(member), EtcdClusterDefaults.PeerPort)))],
            State = $"$({StateVariable})",
        };
    }

    /// <summary>A file of one of the certificates.</summary>
    /// <param name="certificate">Name of the certificate's Secret.</param>
    /// <param name="file"><c>tls.crt</c>, <c>tls.key</c> or <c>ca.crt</c>.</param>
    public string CertificateFile(string certificate, string file) => $"{CertificateFolder}/{certificate}/{file}";
}
