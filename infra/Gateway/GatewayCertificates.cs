using System.Collections.Immutable;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using ApiExtensions = Pulumi.Kubernetes.ApiExtensions;

namespace Clawdbot.Infra.Gateway;

/// <summary>The authority of the gateway, the certificate for its name inside the cluster, and the one for the public host.</summary>
internal static class GatewayCertificates
{
    private const string ApiVersion = "cert-manager.io/v1";
    private const string SelfSigned = "gateway-self-signed";
    private const string AuthorityDuration = "87600h";
    private const string AuthorityRenewal = "8760h";
    private const string Duration = "2160h";
    private const string Renewal = "720h";

    /// <summary>Creates them; the pods' certificates are returned.</summary>
    internal static IReadOnlyList<Resource> Create(string name, Gateway parent, GatewayArgs args)
    {
        ObjectMetaArgs Metadata(string objectName) => new()
        {
            Name = objectName,
            Namespace = args.Namespace,
            Labels = Labels.For(GatewayDefaults.AccessTierProgram, objectName, GatewayDefaults.AccessTierComponent),
        };
        ApiExtensions.CustomResource Issuer(string suffix, string objectName, string kind, Dictionary<string, object> content, params Resource[] after) => new(
            $"{name}-{suffix}",
            new SpecifiedObjectArgs(ApiVersion, "Issuer") { Metadata = Metadata(objectName), Spec = new InputMap<object> { [kind] = content } },
            new CustomResourceOptions { Parent = parent, DependsOn = after });
        ApiExtensions.CustomResource Certificate(string suffix, string objectName, Dictionary<string, object> spec, params Resource[] after) => new(
            $"{name}-{suffix}",
            new SpecifiedObjectArgs(ApiVersion, "Certificate") { Metadata = Metadata(objectName), Spec = ToMap(spec) },
            new CustomResourceOptions { Parent = parent, DependsOn = after });

        var selfSigned = Issuer("self-signed-issuer", SelfSigned, "selfSigned", []);
        var authority = Certificate("authority-certificate", GatewayDefaults.AuthorityName, Authority(), selfSigned);
        var issuer = Issuer("authority-issuer", GatewayDefaults.AuthorityName, "ca", new() { ["secretName"] = GatewayDefaults.AuthorityName }, authority);
        var own = args.Spec.Certificate is GatewayCertificate.OwnAuthority
            ? AccessTierDocument.InternalNames.Add(args.Spec.Host)
            : AccessTierDocument.InternalNames;
        var inside = Certificate("certificate", GatewayDefaults.TlsSecret, Server(GatewayDefaults.TlsSecret, own, "Issuer", GatewayDefaults.AuthorityName), issuer);
        return args.Spec.Certificate is GatewayCertificate.ClusterIssuer cluster
            ? [inside, Certificate("public-certificate", GatewayDefaults.PublicTlsSecret, Server(GatewayDefaults.PublicTlsSecret, [args.Spec.Host], "ClusterIssuer", cluster.Name))]
            : [inside];
    }

    private static InputMap<object> ToMap(Dictionary<string, object> content)
    {
        var map = new InputMap<object>();
        foreach (var (key, value) in content)
            map.Add(key, value);
        return map;
    }

    private static Dictionary<string, object> Authority() => new()
    {
        ["secretName"] = GatewayDefaults.AuthorityName,
        ["isCA"] = true,
        ["commonName"] = "Clawdbot gateway authority",
        ["duration"] = AuthorityDuration,
        ["renewBefore"] = AuthorityRenewal,
        // The key stays, so that clients which trust this authority go on trusting it after a renewal.
        ["privateKey"] = new Dictionary<string, object> { ["algorithm"] = "ECDSA", ["size"] = 256, ["rotationPolicy"] = "Never" },
        ["usages"] = new object[] { "cert sign", "crl sign", "digital signature" },
        ["issuerRef"] = Reference("Issuer", SelfSigned),
    };

    private static Dictionary<string, object> Server(string secret, ImmutableArray<string> names, string kind, string issuer) => new()
    {
        ["secretName"] = secret,
        ["dnsNames"] = names.Cast<object>().ToArray(),
        ["duration"] = Duration,
        ["renewBefore"] = Renewal,
        ["privateKey"] = new Dictionary<string, object> { ["algorithm"] = "ECDSA", ["size"] = 256, ["rotationPolicy"] = "Always" },
        ["usages"] = new object[] { "digital signature", "server auth" },
        ["issuerRef"] = Reference(kind, issuer),
    };

    private static Dictionary<string, object> Reference(string kind, string name) => new() { ["group"] = "cert-manager.io", ["kind"] = kind, ["name"] = name };
}
