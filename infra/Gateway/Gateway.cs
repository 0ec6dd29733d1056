using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Gateway.Settings;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Gateway;

/// <summary>
/// The only way to the model servers: an access tier (TLS, tokens, limits) and behind it the Router (models, queue, weights, health), with
/// images, certificates, keys, settings and network policies. What the programs do is in their images; what they are told is here.
/// </summary>
public sealed class Gateway : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:gateway:Gateway";

    /// <summary>Creates the gateway.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options; the providers of Kubernetes and, where images are built, of AWS and Docker come from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public Gateway(string name, GatewayArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        const string Remedy = "Change the arguments of the component.";
        DiagnosticException.ThrowIfAny([.. GatewayRules.CheckArguments(args, $"Gateway '{name}'", Remedy), .. GatewayRules.Check(args.Spec, $"Gateway '{name}'", Remedy)]);

        var images = new GatewayImageBuild(name, this, args);
        var certificates = GatewayCertificates.Create(name, this, args);
        var tokens = new GatewayTokens(name, this, args);
        var keySet = tokens.CreateKeySet();
        var script = new ConfigMap($"{name}-healthcheck", new ConfigMapArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = GatewayDefaults.ScriptMap,
                Namespace = args.Namespace,
                Labels = Labels.For(GatewayDefaults.ScriptMap, GatewayDefaults.ScriptMap, GatewayDefaults.AccessTierComponent),
            },
            Data = { [GatewayDefaults.ScriptFile] = GatewayScript.Text },
        }, new CustomResourceOptions { Parent = this });

        var router = Router(args, images.Router);
        var accessTier = AccessTier(args, images.AccessTier);
        GatewayPolicies.Create(name, this, args, accessTier, router);
        var (_, routerService) = GatewayWorkload.Create(name, this, args, router, script);
        var (deployment, service) = GatewayWorkload.Create(name, this, args, accessTier, [script, keySet, .. certificates]);
        GatewayPublicService.Create(name, this, args, accessTier);

        var space = args.Namespace.ToOutput();
        Endpoint = OutputUtilities.WithDependency(Output.Format($"https://{GatewayDefaults.AccessTierName}.{space}.svc/v1"), service);
        StatusEndpoint = OutputUtilities.WithDependency(Output.Format($"http://{GatewayDefaults.RouterName}.{space}.svc:{GatewayDefaults.RouterStatusPort}"), routerService);
        CertificateSecretName = OutputUtilities.WithDependency(Output.Create(GatewayDefaults.TlsSecret), certificates[0]);
        AssistantTokenSecretName = tokens.CreateAssistantToken(deployment);
        RegisterOutputs();
    }

    /// <summary>Base URL of the OpenAI-compatible API for clients inside the cluster.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>Base URL of the Router's status and metrics.</summary>
    [Output("statusEndpoint")]
    public Output<string> StatusEndpoint { get; private set; }

    /// <summary>Secret with the certificate of <see cref="Endpoint"/>; clients need its <c>ca.crt</c> only.</summary>
    [Output("certificateSecretName")]
    public Output<string> CertificateSecretName { get; private set; }

    /// <summary>Secret with the assistant's token, under the key <see cref="GatewayDefaults.AssistantTokenKey"/>.</summary>
    [Output("assistantTokenSecretName")]
    public Output<string> AssistantTokenSecretName { get; private set; }

    private static GatewayProgram Router(GatewayArgs args, Output<string> image) => new()
    {
        Role = "router",
        ObjectName = GatewayDefaults.RouterName,
        Program = GatewayDefaults.RouterName,
        Component = GatewayDefaults.RouterComponent,
        Job = GatewayDefaults.RouterJob,
        Port = GatewayDefaults.RouterPort,
        ServicePort = GatewayDefaults.RouterPort,
        PortName = GatewayDefaults.HttpPortName,
        StatusPort = GatewayDefaults.RouterStatusPort,
        Replicas = args.Spec.RouterReplicas,
        Size = GatewayPodSize.Router,
        SettingsFile = GatewayDefaults.RouterFile,
        Settings = SettingsJson.Write(RouterDocument.Of(args.Spec)),
        Image = image,
        Secrets = [("model-server-key", args.ModelServerKeySecretName, GatewayDefaults.ModelServerKeyDirectory), .. EtcdSecrets(args)],
    };

    private static GatewayProgram AccessTier(GatewayArgs args, Output<string> image) => new()
    {
        Role = "access-tier",
        ObjectName = GatewayDefaults.AccessTierName,
        Program = GatewayDefaults.AccessTierProgram,
        Component = GatewayDefaults.AccessTierComponent,
        Job = GatewayDefaults.AccessTierJob,
        Port = GatewayDefaults.HttpsPort,
        ServicePort = GatewayDefaults.HttpsServicePort,
        PortName = GatewayDefaults.HttpsPortName,
        StatusPort = GatewayDefaults.AccessTierStatusPort,
        Replicas = args.Spec.AccessTierReplicas,
        Size = GatewayPodSize.AccessTier,
        SettingsFile = GatewayDefaults.AccessTierFile,
        Settings = SettingsJson.Write(AccessTierDocument.Of(args.Spec)),
        Image = image,
        Secrets =
        [
            ("tls", GatewayDefaults.TlsSecret, GatewayDefaults.TlsDirectory),
            .. args.Spec.Certificate is GatewayCertificate.ClusterIssuer
                ? [("public-tls", GatewayDefaults.PublicTlsSecret, GatewayDefaults.PublicTlsDirectory)]
                : Array.Empty<(string, Input<string>, string)>(),
            ("jwt-keys", GatewayDefaults.JwtKeysSecret, GatewayDefaults.JwtDirectory),
            .. EtcdSecrets(args),
        ],
        Annotations = new Dictionary<string, string> { [GatewayDefaults.KeysAnnotation] = KeyFingerprint(args.Spec.Jwt) },
    };

    private static (string, Input<string>, string)[] EtcdSecrets(GatewayArgs args) =>
    [
        ("etcd-tls", args.EtcdCertificateSecretName, GatewayDefaults.EtcdCertificateDirectory),
        ("etcd-credentials", args.EtcdCredentialsSecretName, GatewayDefaults.EtcdCredentialsDirectory),
    ];

    /// <summary>Changes with the keys, so that the pods are replaced and load them.</summary>
    private static string KeyFingerprint(JwtSpec jwt)
    {
        var own = string.Join(' ', jwt.Versions.Select(JwtKeys.IdOf));
        return jwt.Clients is JwtKeySource.Provider provider ? string.Create(CultureInfo.InvariantCulture, $"{own} {JwtKeys.Fingerprint(provider.Keys)}") : own;
    }
}
