using System.Globalization;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Etcd;

/// <summary>Names and addresses inside the cluster. Clients, certificates and runbooks rely on them.</summary>
public static class EtcdNames
{
    /// <summary>ClusterIssuer whose certificates members accept from clients; its key is in cert-manager's own namespace.</summary>
    public const string ClientAuthority = "clawdbot-etcd-ca";

    /// <summary>
    /// Issuer, in the namespace of the members, of what members show each other. A second authority, so that no client's certificate
    /// opens the peer port.
    /// </summary>
    public const string PeerAuthority = "etcd-peer-ca";

    /// <summary>Namespace in which cert-manager looks for the keys of ClusterIssuers (its <c>--cluster-resource-namespace</c>).</summary>
    public const string CertManager = "cert-manager";

    /// <summary>Secret with the members' certificate for clients.</summary>
    public const string ServerCertificate = "etcd-server";

    /// <summary>Secret with the members' certificate for each other.</summary>
    public const string PeerCertificate = "etcd-peer";

    /// <summary>Secret with the certificate that etcd takes for the user <c>root</c>.</summary>
    public const string RootCertificate = "etcd-client-root";

    /// <summary>Secret with the certificate of the Job that makes users and roles.</summary>
    public const string AccessCertificate = "etcd-client-access";

    /// <summary>ConfigMap that says whether a member without data founds a cluster or joins one.</summary>
    public const string StateConfigMap = "etcd-member-state";

    /// <summary>Key in it; <c>new</c>, or <c>existing</c> while a lost member is replaced.</summary>
    public const string StateKey = "initialClusterState";

    /// <summary>Names the cluster while it is founded, so that members of another one cannot join by mistake.</summary>
    public const string Token = "clawdbot-etcd";

    /// <summary>PriorityClass of the members.</summary>
    public const string PriorityClass = "clawdbot-etcd";

    /// <summary>Address of the Service of the ready members.</summary>
    public static string ClientUrl { get; } = Url($"{EtcdClusterDefaults.ClientService}.{WellKnownNamespaces.Etcd}.svc", EtcdClusterDefaults.ClientPort);

    /// <summary>Name of a member and of its pod.</summary>
    /// <param name="index">0 for the first.</param>
    public static string Member(int index) => string.Create(CultureInfo.InvariantCulture, $"{EtcdClusterDefaults.Program}-{index}");

    /// <summary>Host name of a member. Without the cluster's domain, which need not be <c>cluster.local</c>; the resolver adds it.</summary>
    /// <param name="member">Name of the member.</param>
    public static string Host(string member) => $"{member}.{EtcdClusterDefaults.Program}.{WellKnownNamespaces.Etcd}.svc";

    /// <summary>Secret with the client certificate of a user.</summary>
    /// <param name="user">Name of the user.</param>
    public static string CertificateOf(string user) => $"etcd-client-{user}";

    /// <summary>Secret with the name and the password of a user, under <c>username</c> and <c>password</c>.</summary>
    /// <param name="user">Name of the user.</param>
    public static string CredentialsOf(string user) => $"etcd-{user}-credentials";

    /// <summary>An address with TLS.</summary>
    /// <param name="host">Host name.</param>
    /// <param name="port">Port.</param>
    public static string Url(string host, int port) => string.Create(CultureInfo.InvariantCulture, $"https://{host}:{port}");
}
