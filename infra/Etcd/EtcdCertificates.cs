using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using KubernetesObject = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Clawdbot.Infra.Etcd;

/// <summary>
/// The two authorities and every certificate, made by cert-manager. Its <c>Certificate</c> has these fields:
/// https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.CertificateSpec
/// </summary>
/// <param name="name">Prefix of the logical names.</param>
/// <param name="args">Arguments of the cluster.</param>
/// <param name="owner">Parent of the objects.</param>
internal sealed class EtcdCertificates(string name, EtcdClusterArgs args, Resource owner)
{
    private const string Group = "cert-manager.io/v1";
    private const string SelfSigned = "selfsigned";

    /// <summary>What clients present, and the members to clients.</summary>
    internal KubernetesObject ClientAuthority()
    {
        var root = Issuer($"{EtcdNames.ClientAuthority}-{SelfSigned}", "Issuer", args.CertManagerNamespace, Sign());
        var certificate = Authority(EtcdNames.ClientAuthority, args.CertManagerNamespace, root);
        return Issuer(EtcdNames.ClientAuthority, "ClusterIssuer", space: null, SignWith(EtcdNames.ClientAuthority), certificate);
    }

    /// <summary>What members present to each other.</summary>
    internal KubernetesObject PeerAuthority()
    {
        var root = Issuer($"{EtcdNames.PeerAuthority}-{SelfSigned}", "Issuer", args.Namespace, Sign());
        var certificate = Authority(EtcdNames.PeerAuthority, args.Namespace, root);
        return Issuer(EtcdNames.PeerAuthority, "Issuer", args.Namespace, SignWith(EtcdNames.PeerAuthority), certificate);
    }

    /// <summary>
    /// The members' certificate for clients. It is for clients too, and has no common name, because etcd's JSON API calls its own
    /// port with it.
    /// </summary>
    internal KubernetesObject Server(KubernetesObject authority) => Leaf(EtcdNames.ServerCertificate, args.Namespace, "ClusterIssuer", EtcdNames.ClientAuthority, authority,
        ["server auth", "client auth"], new InputMap<object> { ["dnsNames"] = ServerNames(), ["ipAddresses"] = Texts("127.0.0.1") });

    /// <summary>
    /// The members' certificate for each other: a member is client and server. Members check that the name resolves to the
    /// caller's address, hence each host by name; a wildcard would need reverse DNS.
    /// </summary>
    internal KubernetesObject Peer(KubernetesObject authority) => Leaf(EtcdNames.PeerCertificate, args.Namespace, "Issuer", EtcdNames.PeerAuthority, authority,
        ["server auth", "client auth"], new InputMap<object> { ["dnsNames"] = Hosts().ToArray() });

    /// <summary>A client's certificate that says nothing about the user: the JSON API refuses any with a common name, so users have passwords.</summary>
    internal KubernetesObject Client(string user, Input<string> space, KubernetesObject authority) =>
        Leaf(EtcdNames.CertificateOf(user), space, "ClusterIssuer", EtcdNames.ClientAuthority, authority, ["client auth"], new InputMap<object>
        {
            ["subject"] = new InputMap<object> { ["organizations"] = Texts(user) },
            ["uris"] = Texts($"spiffe://clawdbot/etcd-client/{user}"),
        });

    /// <summary>The certificate that makes its holder the user of the common name, for <c>etcdctl</c> inside the namespace.</summary>
    internal KubernetesObject Root(KubernetesObject authority) =>
        Leaf(EtcdNames.RootCertificate, args.Namespace, "ClusterIssuer", EtcdNames.ClientAuthority, authority, ["client auth"], new InputMap<object> { ["commonName"] = EtcdAccess.Root });

    private KubernetesObject Authority(string certificate, Input<string> space, KubernetesObject issuer) => Create(certificate, "Certificate", space, new InputMap<object>
    {
        ["secretName"] = certificate,
        ["commonName"] = certificate,
        ["isCA"] = true,
        ["duration"] = Hours(EtcdClusterDefaults.AuthorityHours),
        ["renewBefore"] = Hours(EtcdClusterDefaults.AuthorityRenewHours),
        // The key stays when the certificate is renewed, so what it signed before stays valid.
        ["privateKey"] = PrivateKey("Never"),
        ["usages"] = Texts("digital signature", "cert sign", "crl sign"),
        ["issuerRef"] = IssuerReference("Issuer", $"{certificate}-{SelfSigned}"),
    }, issuer);

    private KubernetesObject Leaf(string certificate, Input<string> space, string issuerKind, string issuer, KubernetesObject authority, string[] usages, InputMap<object> names)
    {
        var spec = new InputMap<object>
        {
            ["secretName"] = certificate,
            ["duration"] = Hours(EtcdClusterDefaults.CertificateHours),
            ["renewBefore"] = Hours(EtcdClusterDefaults.CertificateRenewHours),
            ["revisionHistoryLimit"] = EtcdClusterDefaults.CertificateRevisions,
            ["privateKey"] = PrivateKey("Always"),
            ["usages"] = usages.Prepend("digital signature").ToArray(),
            ["issuerRef"] = IssuerReference(issuerKind, issuer),
        };
        return Create(certificate, "Certificate", space, InputMap<object>.Merge(spec, names), authority);
    }

    private static InputMap<object> PrivateKey(string rotation) => new() { ["algorithm"] = "ECDSA", ["size"] = 256, ["rotationPolicy"] = rotation };

    private static InputMap<object> IssuerReference(string kind, string issuer) => new() { ["group"] = "cert-manager.io", ["kind"] = kind, ["name"] = issuer };

    private static InputMap<object> Sign() => new() { ["selfSigned"] = new InputMap<object>() };

    private static InputMap<object> SignWith(string secret) => new() { ["ca"] = new InputMap<object> { ["secretName"] = secret } };

    private KubernetesObject Issuer(string issuer, string kind, Input<string>? space, InputMap<object> spec, Resource? after = null) => Create(issuer, kind, space, spec, after);

    private KubernetesObject Create(string objectName, string kind, Input<string>? space, InputMap<object> spec, Resource? after)
    {
        var options = new CustomResourceOptions { Parent = owner };
        if (after is not null)
            options.DependsOn = after;
        return new KubernetesObject($"{name}-{objectName}-{kind.ToLowerInvariant()}", new SpecifiedObjectArgs(Group, kind)
        {
            Metadata = new ObjectMetaArgs { Name = objectName, Namespace = space!, Labels = Labels.For(objectName, EtcdClusterDefaults.Program, "certificate") },
            Spec = spec,
        }, options);
    }

    private IEnumerable<string> Hosts() => Enumerable.Range(0, args.Spec.Members).Select(index => EtcdNames.Host(EtcdNames.Member(index)));

    private string[] ServerNames()
    {
        var space = WellKnownNamespaces.Etcd;
        string[] services = [EtcdClusterDefaults.ClientService, EtcdClusterDefaults.Program];
        return [.. Hosts(), .. services.SelectMany(service => ImmutableArray.Create($"{service}.{space}.svc", $"{service}.{space}.svc.cluster.local")), "localhost"];
    }

    private static string[] Texts(params string[] texts) => texts;

    private static string Hours(int hours) => string.Create(CultureInfo.InvariantCulture, $"{hours}h0m0s");
}
