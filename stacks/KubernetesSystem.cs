using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Readiness;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Clawdbot.Stacks.Settings;
using Pulumi;
using Docker = Pulumi.Docker;
using Kubernetes = Pulumi.Kubernetes;

namespace Clawdbot.Stacks;

/// <summary>The system on a Kubernetes cluster, in the order in which its parts need each other.</summary>
internal sealed class KubernetesSystem
{
    private readonly StackSettings _settings;
    private readonly Secrets _secrets;
    private readonly EksSystem? _eks;
    private readonly Kubernetes.Provider _provider;
    private readonly Docker.Provider? _docker;
    private readonly PlatformAddons _addons;
    private readonly Namespaces _namespaces;
    private readonly Output<string> _models;
    private readonly Output<string> _space;

    private KubernetesSystem(StackSettings settings, Secrets secrets)
    {
        _settings = settings;
        _secrets = secrets;
        (_eks, _provider) = Connect(settings, secrets);
        _docker = settings.Gateway.Images is GatewayImages.Published ? null : new Docker.Provider("docker");
        _addons = new PlatformAddons("addons", new PlatformAddonsArgs { Spec = AddonsOf(settings) }, Options(_eks?.Nodes ?? []));
        _namespaces = new Namespaces("namespaces", new NamespacesArgs { Items = Spaces(settings) }, Options());
        _models = _namespaces.NameOf(WellKnownNamespaces.Models);
        _space = _namespaces.NameOf(WellKnownNamespaces.Gateway);
    }

    /// <summary>Declares everything.</summary>
    internal static Endpoints Create(StackSettings settings, Secrets secrets) => new KubernetesSystem(settings, secrets).Declare();

    private Endpoints Declare()
    {
        if (_settings.Admission is { } admission)
            _ = new AdmissionPolicies("admission", new AdmissionPoliciesArgs { Spec = admission }, Options());
        foreach (var nodes in _eks?.KarpenterPools ?? [])
            _ = new KarpenterGpuPool($"{nodes.Sku}-nodes", new KarpenterGpuPoolArgs { Spec = nodes, NodeRoleName = _eks!.Cluster.KarpenterNodeRoleName, SecurityGroupId = _eks.Cluster.SecurityGroupId }, After(PlatformCharts.Karpenter));
        var storage = CreateStorage();
        var pools = CreatePools(storage);
        var etcd = new EtcdCluster("etcd", new EtcdClusterArgs
        {
            Spec = _settings.Etcd!,
            Namespace = _namespaces.NameOf(WellKnownNamespaces.Etcd),
            GatewayNamespace = _space,
            CertManagerNamespace = WellKnownNamespaces.CertManager,
            JobPriorityClassName = _addons.PriorityClassName(PriorityClasses.Batch),
        }, After(PlatformCharts.CertManager));
        var gateway = CreateGateway(etcd);
        var assistant = new ClawdbotAssistant("assistant", new ClawdbotAssistantArgs
        {
            Spec = _settings.Assistant,
            Namespace = _space,
            GatewayTokenSecretName = gateway.AssistantTokenSecretName,
            GatewayTokenVersion = string.Create(CultureInfo.InvariantCulture, $"{_settings.Gateway.Jwt.KeyVersion}-{_settings.Gateway.Jwt.AssistantTokenExpires}"),
            GatewayCertificateSecretName = gateway.CertificateSecretName,
            PriorityClassName = _addons.PriorityClassName(PriorityClasses.Critical),
            TelegramBotToken = _settings.Assistant.Telegram is null ? null : (Input<string>)_secrets.TelegramBotToken,
            MacPrivateKey = _settings.Assistant.IMessageEnabled ? (Input<string>)_secrets.MacPrivateKey : null,
        }, Options([gateway]));
        var observed = Observe(assistant);
        var scalers = _settings.Scalers.Select(scaler => new QueueScaler($"{scaler.Pool.Name}-scaler", new QueueScalerArgs { Spec = scaler, Namespace = _models }, After(PlatformCharts.Keda, pools[scaler.Pool.Name]))).ToArray();
        Prove(gateway, etcd, storage, [.. pools.Values, .. scalers, .. observed, assistant]);
        return new Endpoints(Endpoints.Collect(_settings.Pools.Select(pool => (pool.Name, pools[pool.Name].Endpoint))), gateway.Endpoint, assistant.Endpoint);
    }

    private static (EksSystem?, Kubernetes.Provider) Connect(StackSettings settings, Secrets secrets)
    {
        switch (settings.Cluster)
        {
            case ClusterTarget.Eks target:
                var eks = new EksSystem(settings, target);
                return (eks, eks.Kubernetes);
            case ClusterTarget.Existing cluster:
                return (null, new Kubernetes.Provider("kubernetes", new Kubernetes.ProviderArgs
                {
                    Context = cluster.Context,
                    // Null on purpose: the default would record the path of this machine's file.
                    KubeConfig = cluster.KubeconfigIsSecret ? (Input<string>)secrets.Kubeconfig : null,
                    EnableServerSideApply = true,
                }));
            default:
                throw new UnreachableException();
        }
    }

    private static PlatformAddonsSpec AddonsOf(StackSettings settings)
    {
        var routing = settings.Alerting.Routing;
        return settings.Addons! with
        {
            BlockStorage = settings.Cluster is ClusterTarget.Eks ? BlockStorage.Ebs : BlockStorage.Existing,
            AlertmanagerSecret = PrometheusAlertsDefaults.RoutingSecret,
            AlertmanagerReceiverSecrets = routing.Secrets,
        };
    }

    /// <summary>A refused lookup would hang for the resolver's timeout and slow every start, hence DNS everywhere.</summary>
    private static ImmutableArray<NamespaceDefinition> Spaces(StackSettings settings)
    {
        ImmutableArray<NamespaceDefinition> own =
        [
            new(WellKnownNamespaces.Gateway, AllowDns: true),
            new(WellKnownNamespaces.Models, AllowDns: true),
            new(WellKnownNamespaces.Etcd, AllowDns: true) { KeepOnDestroy = true },
        ];
        // Otherwise the add-ons make it, together with the operator.
        return settings.ModelStorage is ModelVolume.CephFs && settings.Addons!.Rook == AddonSource.Existing
            ? own.Add(new(WellKnownNamespaces.Rook, AllowDns: false) { PodSecurity = PodSecurityLevel.Privileged, DefaultDeny = false })
            : own;
    }

    private ModelStorage CreateStorage() => new("models", new ModelStorageArgs
    {
        Volume = _settings.ModelStorage,
        Namespace = _models,
        Network = _settings.ModelStorage is ModelVolume.FsxLustre { FileSystem: FsxFileSystem.New } ? _eks?.Network(_settings) : null,
        ClusterName = _eks is null ? null : (Input<string>)_eks.Cluster.ClusterName,
        ReaderServiceAccounts = [.. _settings.Pools.Select(pool => pool.Name)],
    }, After(PlatformCharts.CsiDrivers));

    /// <summary>A loader for each model, and the pools behind it: a server that starts without its weights only fails.</summary>
    private Dictionary<string, ModelPool> CreatePools(ModelStorage storage)
    {
        var key = new ModelServerKey("model-server-key", new ModelServerKeyArgs { Namespace = _models, ApiKey = _secrets.ModelServerApiKey }, Options());
        var loaders = _settings.ModelSource is not { } source
            ? []
            : _settings.Pools.GroupBy(pool => pool.Model).ToDictionary(pools => pools.Key, pools => CreateLoader(source, pools, storage));
        return _settings.Pools.ToDictionary(pool => pool.Name, pool => new ModelPool(pool.Name, new ModelPoolArgs
        {
            Spec = pool,
            Namespace = _models,
            ClaimName = storage.ClaimName,
            ApiKeySecretName = key.SecretName,
            PriorityClassName = _addons.PriorityClassName(PriorityClasses.Serving),
        }, After(PlatformCharts.DevicePlugin, loaders.TryGetValue(pool.Model, out var loader) ? [loader] : [])));
    }

    private ModelLoader CreateLoader(ModelSource source, IGrouping<ModelReference, ModelPoolSpec> pools, ModelStorage storage) => new($"load-{pools.First().Name}", new ModelLoaderArgs
    {
        Spec = new ModelLoaderSpec
        {
            Model = pools.Key,
            Source = source,
            WeightsGiB = (int)Math.Ceiling(pools.Max(pool => pool.Plan.CheckpointGiB)),
            CanRename = _settings.ModelStorage.SupportsAtomicRename,
            OnGpuNodes = _settings.ModelStorage is ModelVolume.HostPath,
        },
        Namespace = _models,
        ClaimName = storage.WriterClaimName,
        PriorityClassName = _addons.PriorityClassName(PriorityClasses.Batch),
        Token = source is ModelSource.HuggingFace { NeedsToken: true } ? (Input<string>)_secrets.ModelSourceToken : null,
    }, Options());

    private Gateway CreateGateway(EtcdCluster etcd)
    {
        var key = new ModelServerKey("gateway-model-server-key", new ModelServerKeyArgs { Namespace = _space, ApiKey = _secrets.ModelServerApiKey }, Options());
        return new Gateway("gateway", new GatewayArgs
        {
            Spec = _settings.Gateway,
            Namespace = _space,
            ModelServerKeySecretName = key.SecretName,
            EtcdCertificateSecretName = etcd.GatewayCertificate,
            EtcdCredentialsSecretName = etcd.GatewayCredentials,
            PriorityClassName = _addons.PriorityClassName(PriorityClasses.Critical),
            RegistryUser = _secrets.RegistryUser is { } user ? (Input<string>)user : null,
            RegistryPassword = _secrets.RegistryPassword is { } password ? (Input<string>)password : null,
        }, After(PlatformCharts.CertManager, etcd));
    }

    /// <summary>The twelve items of the checklist (C9), once everything else is there; they decide whether the system is in production.</summary>
    private void Prove(Gateway gateway, EtcdCluster etcd, ModelStorage storage, IEnumerable<Resource> system)
    {
        var options = _settings.Readiness;
        _ = new LoadTest("load-test", new LoadTestArgs
        {
            Spec = ReadinessPlan.LoadTest(_settings.Gateway, options),
            Namespace = _space,
            CertificateSecretName = gateway.CertificateSecretName,
            TokenSecretName = gateway.AssistantTokenSecretName,
            PriorityClassName = _addons.PriorityClassName(PriorityClasses.Batch),
        }, Options([gateway]));
        if (!options.Gate)
            return;
        _ = new ReadinessGate("readiness", new ReadinessGateArgs
        {
            Spec = ReadinessPlan.Gate(_settings.Gateway, _settings.Etcd!, options) with { StorageOnGpuNodes = _settings.ModelStorage is ModelVolume.HostPath },
            Namespace = _space,
            ModelsNamespace = _models,
            CertificateSecretName = gateway.CertificateSecretName,
            TokenSecretName = gateway.AssistantTokenSecretName,
            EtcdCertificateSecretName = etcd.OperatorCertificate,
            EtcdCredentialsSecretName = etcd.OperatorCredentials,
            PriorityClassName = _addons.PriorityClassName(PriorityClasses.Batch),
            WriterClaimName = storage.WriterClaimName,
            // A pod that mounts one claim twice does not start.
            ReaderClaimName = _settings.ModelStorage is ModelVolume.S3Mountpoint ? (Input<string>)storage.ClaimName : null,
        }, Options([gateway, etcd, .. system]));
    }

    private Resource[] Observe(ClawdbotAssistant assistant)
    {
        var targets = new ScrapeTargets("scrape", new ScrapeTargetsArgs
        {
            Spec = AlertingPlanner.Targets(_settings),
            AssistantTokenSecretName = assistant.CredentialsSecretName,
            AssistantTokenKey = ClawdbotAssistantDefaults.OwnTokenKey,
        }, After(PlatformCharts.Monitoring));
        var alerts = new PrometheusAlerts("alerts", new PrometheusAlertsArgs { Spec = AlertingPlanner.Plan(_settings), Namespace = WellKnownNamespaces.Monitoring }, After(PlatformCharts.Monitoring));
        _ = new Dashboards("dashboards", new DashboardsArgs { Spec = AlertingPlanner.Dashboards(_settings), Namespace = WellKnownNamespaces.Monitoring }, After(PlatformCharts.Monitoring));
        return [targets, alerts];
    }

    /// <summary>Fresh options each time: the SDK fills in what is inherited.</summary>
    private ComponentResourceOptions Options(IEnumerable<Resource>? after = null)
    {
        var options = new ComponentResourceOptions { Providers = { _provider } };
        if (_eks is not null)
            options.Providers.Add(_eks.Provider);
        if (_docker is not null)
            options.Providers.Add(_docker);
        options.DependsOn = (after ?? []).ToArray();
        return options;
    }

    /// <summary>Options of what needs the kinds or the programs of a chart; a cluster that has them already needs no waiting.</summary>
    private ComponentResourceOptions After(string chart, params Resource[] others) => Options(_addons.ReleaseOf(chart) is { } release ? [release, .. others] : others);
}
