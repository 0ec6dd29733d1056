using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Scheduling.V1;
using Pulumi.Kubernetes.Storage.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Scheduling.V1;
using Pulumi.Kubernetes.Types.Inputs.Storage.V1;
using Pulumi.Random;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Platform;

/// <summary>
/// The programs that ours need, as pinned charts in namespaces of their own: certificates, GPUs, storage, monitoring, scaling. What the cluster has
/// already is left alone. Each release is complete or taken back.
/// </summary>
public sealed class PlatformAddons : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:platform:PlatformAddons";

    private readonly string _name;
    private readonly Dictionary<string, Namespace> _namespaces;
    private readonly Dictionary<string, Release> _releases = [];
    private readonly Dictionary<string, PriorityClass> _classes;

    /// <summary>Creates the namespaces, the priority classes and the releases.</summary>
    /// <param name="name">Logical name; children are named after it and what they make.</param>
    /// <param name="args">What to install.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public PlatformAddons(string name, PlatformAddonsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(PlatformAddonsRules.Check(args.Spec, $"PlatformAddons '{name}'", "Change the arguments of the component."));

        _name = name;
        _classes = PriorityClasses.All.ToDictionary(definition => definition.Name, CreateClass);
        Resource[] classes = args.Spec.BlockStorage == BlockStorage.Ebs ? [.. _classes.Values, CreateStorageClass()] : [.. _classes.Values];
        var charts = args.Spec.Charts;
        _namespaces = PlatformCharts.Namespaces(charts).ToDictionary(space => space.Name, CreateNamespace);
        var password = charts.Any(chart => chart.Name == PlatformCharts.Monitoring) ? CreateGrafanaPassword() : null;
        foreach (var chart in charts)
            _releases[chart.Name] = CreateRelease(chart, classes, password);
        Releases = Output.Create(charts.Select(chart => chart.Name).ToImmutableArray());
        RegisterOutputs();
    }

    /// <summary>Names of the releases, in the order of their installation.</summary>
    [Output("releases")]
    public Output<ImmutableArray<string>> Releases { get; private set; }

    /// <summary>
    /// The release of that name, for <c>DependsOn</c> of what needs its definitions; null when the cluster has the program already.
    /// </summary>
    /// <param name="release">One of <see cref="PlatformCharts.Names"/>.</param>
    public Release? ReleaseOf(string release) => _releases.GetValueOrDefault(release);

    /// <summary>The name of a priority class, carrying the dependency on it: a pod that names a class before it exists is refused.</summary>
    /// <param name="name">One of <see cref="PriorityClasses"/>.</param>
    public Output<string> PriorityClassName(string name) => OutputUtilities.WithDependency(Output.Create(name), _classes[name]);

    private CustomResourceOptions Child() => new() { Parent = this };

    private StorageClass CreateStorageClass() => new($"{_name}-{PlatformAddonsDefaults.BlockStorageClass}", new StorageClassArgs
    {
        Metadata = new ObjectMetaArgs
        {
            Name = PlatformAddonsDefaults.BlockStorageClass,
            Labels = Labels.For(PlatformAddonsDefaults.BlockStorageClass, PlatformAddonsDefaults.BlockStorageClass, "storage-class"),
            Annotations = { ["storageclass.kubernetes.io/is-default-class"] = "true" },
        },
        Provisioner = PlatformAddonsDefaults.EbsDriver,
        Parameters = { ["type"] = "gp3", ["encrypted"] = "true" },
        AllowVolumeExpansion = true,
        // Claims that must not be lost are protected or retained by those who make them.
        ReclaimPolicy = "Delete",
        // A volume of EBS is in one zone: the one where its pod runs.
        VolumeBindingMode = "WaitForFirstConsumer",
    }, Child());

    private PriorityClass CreateClass((string Name, int Value, bool Preempts, string Description) definition) => new($"{_name}-{definition.Name}", new PriorityClassArgs
    {
        Metadata = new ObjectMetaArgs { Name = definition.Name, Labels = Labels.For(definition.Name, definition.Name, "priority-class") },
        Value = definition.Value,
        PreemptionPolicy = definition.Preempts ? "PreemptLowerPriority" : "Never",
        GlobalDefault = false,
        Description = definition.Description,
    }, Child());

    private Namespace CreateNamespace(AddonNamespace space)
    {
        var labels = Labels.For(space.Name, space.Name, "namespace");
        labels["pod-security.kubernetes.io/enforce"] = space.PodSecurity;
        labels["pod-security.kubernetes.io/enforce-version"] = NamespacesDefaults.PodSecurityVersion;
        return new Namespace($"{_name}-{space.Name}", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = space.Name, Labels = labels } }, Child());
    }

    private Secret CreateGrafanaPassword()
    {
        var password = new RandomPassword($"{_name}-grafana-password", new RandomPasswordArgs { Length = PlatformAddonsDefaults.PasswordLength, Special = false }, Child());
        var options = Child();
        options.DependsOn = _namespaces[WellKnownNamespaces.Monitoring];
        return new Secret($"{_name}-{PlatformAddonsDefaults.GrafanaSecret}", new SecretArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = PlatformAddonsDefaults.GrafanaSecret,
                Namespace = WellKnownNamespaces.Monitoring,
                Labels = Labels.For("grafana", PlatformCharts.Monitoring, "monitoring"),
            },
            Type = "Opaque",
            StringData = { ["admin-user"] = "admin", ["admin-password"] = password.Result },
        }, options);
    }

    private Release CreateRelease(HelmChart chart, Resource[] classes, Secret? password)
    {
        var options = Child();
        List<Resource> before = [.. classes, .. chart.After.Select(earlier => _releases[earlier])];
        foreach (var space in PlatformCharts.Namespaces([chart]))
            before.Add(_namespaces[space.Name]);
        if (chart.Name == PlatformCharts.Monitoring && password is not null)
            before.Add(password);
        options.DependsOn = before;
        return new Release($"{_name}-{chart.Name}", new ReleaseArgs
        {
            Name = chart.Name,
            Chart = chart.Chart,
            RepositoryOpts = chart.Repository.Length == 0 ? null : (Input<RepositoryOptsArgs>)new RepositoryOptsArgs { Repo = chart.Repository },
            Version = chart.Version,
            Namespace = chart.Namespace,
            CreateNamespace = false,
            // Half an add-on is worse than none: the API would refuse objects because of a webhook that nobody answers.
            Atomic = true,
            CleanupOnFail = true,
            Timeout = PlatformAddonsDefaults.TimeoutSeconds,
            MaxHistory = PlatformAddonsDefaults.MaxHistory,
            Values = chart.Values.ToDictionary(),
        }, options);
    }
}
