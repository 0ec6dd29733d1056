using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Scheduling.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Scheduling.V1;
using Pulumi.Utilities;
using AppsV1 = Pulumi.Kubernetes.Apps.V1;

namespace Clawdbot.Infra.Etcd;

/// <summary>
/// The members that hold the live configuration: certificates on every connection, users with roles, separate hosts, backups. What may go
/// wrong with them is in docs/runbooks/etcd-*.md.
/// </summary>
public sealed class EtcdCluster : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:etcd:EtcdCluster";

    private readonly EtcdClusterArgs _args;
    private readonly Dictionary<string, string> _labels = Labels.For(EtcdClusterDefaults.Program, EtcdClusterDefaults.Program, EtcdClusterDefaults.Program);
    private readonly Dictionary<string, string> _selector = new() { [Labels.Name] = EtcdClusterDefaults.Program, [Labels.Instance] = EtcdClusterDefaults.Program };

    /// <summary>Creates the cluster.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here. cert-manager must be there first.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public EtcdCluster(string name, EtcdClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(EtcdClusterRules.Check(args.Spec, $"EtcdCluster '{name}'", "Change the arguments of the component."));
        _args = args;

        var certificates = new EtcdCertificates(name, args, this);
        var clients = certificates.ClientAuthority();
        Resource[] files = [certificates.Server(clients), certificates.Peer(certificates.PeerAuthority()), certificates.Root(clients)];
        var policies = new EtcdNetworkPolicies(name, args.Namespace, this);
        var members = CreateMembers(name, [.. files, policies.Members()]);
        var service = CreateService($"{name}-client-service", EtcdClusterDefaults.ClientService, headless: false);

        var credentials = new EtcdCredentials(name, args, this);
        var gateway = credentials.User(EtcdAccess.Gateway);
        var operators = credentials.User(EtcdAccess.Operator);
        var gatewayCertificate = certificates.Client(EtcdAccess.Gateway, args.GatewayNamespace, clients);
        var operatorCertificate = certificates.Client(EtcdAccess.Operator, args.GatewayNamespace, clients);
        var access = CreateAccess(name, [members, service, certificates.Client("access", args.Namespace, clients), policies.Access(), credentials.Root(), gateway.ForMembers, operators.ForMembers]);
        if (args.Spec.Backup is not EtcdBackup.None)
            CreateBackup(name, [access, policies.Backup(args.Spec.Backup)]);

        // What logs in waits for the users, not only for the members.
        ClientEndpoints = OutputUtilities.WithDependency(
            Output.Create(Enumerable.Range(0, args.Spec.Members).Select(index => EtcdNames.Url(EtcdNames.Host(EtcdNames.Member(index)), EtcdClusterDefaults.ClientPort)).ToImmutableArray()), access);
        ClientUrl = OutputUtilities.WithDependency(Output.Create(EtcdNames.ClientUrl), access);
        GatewayCertificate = Name(EtcdNames.CertificateOf(EtcdAccess.Gateway), gatewayCertificate);
        GatewayCredentials = Name(EtcdNames.CredentialsOf(EtcdAccess.Gateway), gateway.ForClients);
        OperatorCertificate = Name(EtcdNames.CertificateOf(EtcdAccess.Operator), operatorCertificate);
        OperatorCredentials = Name(EtcdNames.CredentialsOf(EtcdAccess.Operator), operators.ForClients);
        RegisterOutputs();
    }

    /// <summary>Address of each member, for clients that choose one themselves.</summary>
    [Output("clientEndpoints")]
    public Output<ImmutableArray<string>> ClientEndpoints { get; private set; }

    /// <summary>Address of the Service of the ready members.</summary>
    [Output("clientUrl")]
    public Output<string> ClientUrl { get; private set; }

    /// <summary>Secret, in the namespace of the gateway, with its client certificate: <c>tls.crt</c>, <c>tls.key</c>, <c>ca.crt</c>.</summary>
    [Output("gatewayCertificate")]
    public Output<string> GatewayCertificate { get; private set; }

    /// <summary>Secret, in the namespace of the gateway, with <c>username</c> and <c>password</c> of the gateway.</summary>
    [Output("gatewayCredentials")]
    public Output<string> GatewayCredentials { get; private set; }

    /// <summary>Secret, in the namespace of the gateway, with the client certificate of operators.</summary>
    [Output("operatorCertificate")]
    public Output<string> OperatorCertificate { get; private set; }

    /// <summary>Secret, in the namespace of the gateway, with <c>username</c> and <c>password</c> of operators.</summary>
    [Output("operatorCredentials")]
    public Output<string> OperatorCredentials { get; private set; }

    private static Output<string> Name(string objectName, Resource resource) => OutputUtilities.WithDependency(Output.Create(objectName), resource);

    private CustomResourceOptions Child(params Resource[] after) => new() { Parent = this, DependsOn = after };

    private ObjectMetaArgs Metadata(string objectName, Dictionary<string, string>? labels = null) => new() { Name = objectName, Namespace = _args.Namespace, Labels = labels ?? _labels };

    private static Dictionary<string, string> ToolLabels(string program) => Labels.For(program, EtcdClusterDefaults.Program, program);

    private AppsV1.StatefulSet CreateMembers(string name, Resource[] before)
    {
        var spec = _args.Spec;
        var priority = new PriorityClass($"{name}-priority-class", new PriorityClassArgs
        {
            Metadata = new ObjectMetaArgs { Name = EtcdNames.PriorityClass, Labels = _labels },
            Description = "Members that hold the live configuration of clawdbot.",
            GlobalDefault = false,
            Value = EtcdClusterDefaults.PriorityValue,
        }, Child());
        var state = new ConfigMap($"{name}-member-state", new ConfigMapArgs { Metadata = Metadata(EtcdNames.StateConfigMap), Data = { [EtcdNames.StateKey] = "new" } }, Child());
        var headless = CreateService($"{name}-headless-service", EtcdClusterDefaults.Program, headless: true);
        _ = new PodDisruptionBudget($"{name}-disruption-budget", new PodDisruptionBudgetArgs
        {
            Metadata = Metadata(EtcdClusterDefaults.Program),
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MinAvailable = spec.Quorum,
                Selector = new LabelSelectorArgs { MatchLabels = _selector },
                // A member that is broken anyway must not keep its node from draining.
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        }, Child());
        var options = Child([.. before, priority, state, headless, CreateAccount(name, EtcdClusterDefaults.Program, _labels)]);
        options.CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromSeconds(EtcdClusterDefaults.RolloutSeconds), Update = TimeSpan.FromSeconds(EtcdClusterDefaults.RolloutSeconds) };
        return new AppsV1.StatefulSet($"{name}-members", new StatefulSetArgs
        {
            Metadata = Metadata(EtcdClusterDefaults.Program),
            Spec = new StatefulSetSpecArgs
            {
                Replicas = spec.Members,
                MinReadySeconds = EtcdClusterDefaults.MinReadySeconds,
                // Founding members wait for each other, so they must start together.
                PodManagementPolicy = "Parallel",
                // The data outlives every mistake with the StatefulSet.
                PersistentVolumeClaimRetentionPolicy = new StatefulSetPersistentVolumeClaimRetentionPolicyArgs { WhenDeleted = "Retain", WhenScaled = "Retain" },
                RevisionHistoryLimit = 5,
                Selector = new LabelSelectorArgs { MatchLabels = _selector },
                ServiceName = EtcdClusterDefaults.Program,
                Template = EtcdMemberPod.Template(spec, _labels, _selector),
                UpdateStrategy = new StatefulSetUpdateStrategyArgs { Type = "RollingUpdate" },
                VolumeClaimTemplates =
                {
                    new PersistentVolumeClaimArgs { Metadata = new ObjectMetaArgs { Name = EtcdMemberPod.DataVolume, Labels = _labels }, Spec = Claim(spec.StorageClass, spec.StorageGiB) },
                },
            },
        }, options);
    }

    private Service CreateService(string logicalName, string objectName, bool headless)
    {
        var spec = new ServiceSpecArgs { Selector = _selector, Type = "ClusterIP", Ports = { Port(EtcdMemberPod.ClientPort, EtcdClusterDefaults.ClientPort) } };
        if (headless)
        {
            spec.ClusterIP = "None";
            // Members find each other before any of them can be ready.
            spec.PublishNotReadyAddresses = true;
            spec.Ports.Add(Port(EtcdMemberPod.PeerPort, EtcdClusterDefaults.PeerPort));
        }
        spec.Ports.Add(Port(EtcdMemberPod.MetricsPort, EtcdClusterDefaults.MetricsPort));
        return new Service(logicalName, new ServiceArgs { Metadata = Metadata(objectName), Spec = spec }, Child());
    }

    private static ServicePortArgs Port(string portName, int port) => new() { Name = portName, Port = port, TargetPort = portName, Protocol = "TCP" };

    private Job CreateAccess(string name, Resource[] before)
    {
        var labels = ToolLabels(EtcdClusterDefaults.AccessProgram);
        var script = new ConfigMap($"{name}-access-script", new ConfigMapArgs { Metadata = Metadata(EtcdClusterDefaults.AccessProgram, labels), Data = { [EtcdAccessJob.ScriptKey] = EtcdScripts.Access } }, Child());
        var account = CreateAccount($"{name}-access", EtcdClusterDefaults.AccessProgram, labels);
        return new Job($"{name}-access-job", new JobArgs { Metadata = Metadata(EtcdClusterDefaults.AccessProgram, labels), Spec = EtcdAccessJob.Spec(_args.Spec, _args.JobPriorityClassName) }, Child([.. before, script, account]));
    }

    private void CreateBackup(string name, Resource[] before)
    {
        var labels = ToolLabels(EtcdClusterDefaults.BackupProgram);
        var needed = new List<Resource>(before) { CreateAccount($"{name}-backup", EtcdClusterDefaults.BackupProgram, labels) };
        var schedule = (_args.Spec.Backup as EtcdBackup.S3)?.Schedule;
        if (_args.Spec.Backup is EtcdBackup.Claim claim)
        {
            schedule = claim.Schedule;
            needed.Add(new ConfigMap($"{name}-backup-script", new ConfigMapArgs { Metadata = Metadata(EtcdClusterDefaults.BackupProgram, labels), Data = { [EtcdBackupJob.ScriptKey] = EtcdScripts.Keep } }, Child()));
            var options = Child();
            options.RetainOnDelete = true;
            var metadata = Metadata(EtcdClusterDefaults.BackupProgram, labels);
            // Many classes make the volume for its first pod, which comes hours later.
            metadata.Annotations = new InputMap<string> { ["pulumi.com/skipAwait"] = "true" };
            needed.Add(new PersistentVolumeClaim($"{name}-backup-claim", new PersistentVolumeClaimArgs { Metadata = metadata, Spec = Claim(claim.StorageClass, claim.StorageGiB) }, options));
        }
        _ = new CronJob($"{name}-backup-cron-job", new CronJobArgs { Metadata = Metadata(EtcdClusterDefaults.BackupProgram, labels), Spec = EtcdBackupJob.Spec(_args.Spec, schedule!, _args.JobPriorityClassName) }, Child([.. needed]));
    }

    private ServiceAccount CreateAccount(string name, string objectName, Dictionary<string, string> labels) =>
        new($"{name}-service-account", new ServiceAccountArgs { Metadata = Metadata(objectName, labels), AutomountServiceAccountToken = false }, Child());

    private static PersistentVolumeClaimSpecArgs Claim(string? storageClass, int sizeGiB) => new()
    {
        AccessModes = { "ReadWriteOnce" },
        Resources = new VolumeResourceRequirementsArgs { Requests = { ["storage"] = $"{sizeGiB}Gi" } },
        StorageClassName = storageClass!,
        VolumeMode = "Filesystem",
    };
}
