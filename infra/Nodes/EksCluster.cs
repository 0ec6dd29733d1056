using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Nodes;

/// <summary>
/// An EKS cluster in a network of its own: private API, encrypted Secrets, all logs, access only for named principals, AWS permissions only for
/// named service accounts, and a few nodes for what keeps the cluster itself running.
/// </summary>
public sealed class EksCluster : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:nodes:EksCluster";

    private readonly string _name;
    private readonly EksClusterSpec _spec;
    private readonly EksNetwork _network;
    private readonly Cluster _cluster;

    /// <summary>Creates the cluster.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to create.</param>
    /// <param name="options">Options; the AWS provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public EksCluster(string name, EksClusterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        const string Remedy = "Change the arguments of the component.";
        DiagnosticException.ThrowIfAny([.. EksClusterRules.Check(args.Spec, $"EksCluster '{name}'", Remedy), .. PodIdentityRules.Check(args.PodIdentities, $"EksCluster '{name}'", Remedy)]);

        _name = name;
        _spec = args.Spec;
        var keys = new EksKeys(name, _spec, this);
        _network = new EksNetwork(name, _spec, this);
        var logs = new EksLogs(name, _spec, keys, _network.Vpc, this);
        _cluster = CreateCluster(keys, logs);
        // The name is chosen here, so it is known before AWS answers; only the dependency has to travel with it.
        ClusterName = OutputUtilities.WithDependency(Output.Create(_spec.Name), _cluster);

        var access = CreateAccess();
        var addOns = EksAddOn.For(_spec);
        var first = addOns.Where(addOn => !addOn.NeedsNodes).Select(addOn => CreateAddOn(addOn, [])).ToList();
        var nodeRole = EksRoles.CreateForNodes($"{name}-node-role", _spec, this);
        // Without these a node never becomes ready, and a node group that is not ready in time has failed.
        Resource[] needed = [.. _network.Ways, .. first];
        NodeRoleArn = needed.Aggregate(nodeRole.Arn, OutputUtilities.WithDependency);
        var system = SystemNodes.Create($"{name}-system-nodes", _spec, this, ClusterName, NodeRoleArn, SubnetIdsOf(_spec.Zones));
        var second = addOns.Where(addOn => addOn.NeedsNodes).Select(addOn => CreateAddOn(addOn, [system])).ToList();
        foreach (var identity in args.PodIdentities)
            _ = EksIdentities.Create($"{name}-{identity.Name}", _spec, ClusterName, identity.Namespace, identity.ServiceAccount, Output.Create(IamPolicy.Render(identity.Statements)), this);
        var karpenter = EksAutoscaling.Create(name, _spec, ClusterName, this);

        KarpenterNodeRoleName = karpenter is null ? Output.Create("") : karpenter.Name;
        SecurityGroupId = _cluster.VpcConfig.Apply(config => config.ClusterSecurityGroupId ?? "");
        VpcId = _network.Vpc.Id;
        Resource[] usable = [.. access, system, .. second];
        Kubeconfig = usable.Aggregate(
            Output.Tuple(_cluster.Endpoint, _cluster.CertificateAuthority).Apply(parts => Nodes.Kubeconfig.Render(args.Spec, parts.Item1, parts.Item2.Data ?? "")),
            OutputUtilities.WithDependency);
        RegisterOutputs();
    }

    /// <summary>Name of the cluster, carrying the dependency on it.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>A kubeconfig without credentials. What uses it waits until the deployer has access, nodes run and DNS answers.</summary>
    [Output("kubeconfig")]
    public Output<string> Kubeconfig { get; private set; }

    /// <summary>Role of managed nodes. What uses it waits until nodes can join.</summary>
    [Output("nodeRoleArn")]
    public Output<string> NodeRoleArn { get; private set; }

    /// <summary>Name of the role of nodes that Karpenter starts; empty without Karpenter.</summary>
    [Output("karpenterNodeRoleName")]
    public Output<string> KarpenterNodeRoleName { get; private set; }

    /// <summary>Security group that EKS puts on every node and on the API.</summary>
    [Output("securityGroupId")]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>The network.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The private subnets of some zones, in their order.</summary>
    /// <param name="zones">Zones of the cluster.</param>
    /// <exception cref="ArgumentException">The cluster has no such zone.</exception>
    public Output<ImmutableArray<string>> SubnetIdsOf(IEnumerable<string> zones) => Output.All(zones.Select(zone =>
        _network.PrivateSubnets.TryGetValue(zone, out var subnet)
            ? subnet.Id
            : throw new ArgumentException($"No subnet in zone '{zone}' here; there are: {string.Join(", ", _spec.Zones)}.", nameof(zones))));

    private CustomResourceOptions Child() => new() { Parent = this };

    private Cluster CreateCluster(EksKeys keys, EksLogs logs)
    {
        var role = EksRoles.Create($"{_name}-role", _spec, IamPolicy.Trust("eks.amazonaws.com", _spec.AccountId), ["AmazonEKSClusterPolicy"], this);
        var encryption = EksRoles.Allow($"{_name}-role-encryption", role, keys.Secrets.Arn.Apply(arn =>
            IamPolicy.Render(new IamStatement("EncryptSecrets", ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"], [arn]))), this);
        var options = Child();
        options.DependsOn = new Resource[] { logs.ControlPlane, encryption };
        options.Protect = _spec.DeletionProtection;
        var network = new ClusterVpcConfigArgs
        {
            SubnetIds = SubnetIdsOf(_spec.Zones),
            EndpointPrivateAccess = true,
            EndpointPublicAccess = !_spec.PublicAccessCidrs.IsEmpty,
        };
        if (!_spec.PublicAccessCidrs.IsEmpty)
            network.PublicAccessCidrs = _spec.PublicAccessCidrs;
        if (!_spec.PrivateAccessCidrs.IsEmpty)
            network.SecurityGroupIds = EksAccess.CreateApiSecurityGroup($"{_name}-api", _spec, _network.Vpc, this).Id;
        return new Cluster($"{_name}-cluster", new ClusterArgs
        {
            Name = _spec.Name,
            Version = _spec.KubernetesVersion,
            RoleArn = role.Arn,
            AccessConfig = new ClusterAccessConfigArgs { AuthenticationMode = "API", BootstrapClusterCreatorAdminPermissions = false },
            // They come as managed add-ons, with settings of ours.
            BootstrapSelfManagedAddons = false,
            DeletionProtection = _spec.DeletionProtection,
            EnabledClusterLogTypes = EksClusterDefaults.LogTypes,
            EncryptionConfig = new ClusterEncryptionConfigArgs { Resources = { "secrets" }, Provider = new ClusterEncryptionConfigProviderArgs { KeyArn = keys.Secrets.Arn } },
            KubernetesNetworkConfig = new ClusterKubernetesNetworkConfigArgs { IpFamily = "ipv4", ServiceIpv4Cidr = _spec.ServiceCidr },
            // The other choice upgrades a running system by itself on the day that standard support ends; this one charges half a dollar an hour.
            UpgradePolicy = new ClusterUpgradePolicyArgs { SupportType = "EXTENDED" },
            VpcConfig = network,
            Tags = EksTags.Of(_spec.Name, _spec.Name),
        }, options);
    }

    private List<Resource> CreateAccess() =>
    [
        .. _spec.Administrators.Select(arn => EksAccess.Grant($"{_name}-admin-{AwsNames.PrincipalKey(arn)}", _spec, ClusterName, arn, "AmazonEKSClusterAdminPolicy", this)),
        .. _spec.Viewers.Select(arn => EksAccess.Grant($"{_name}-viewer-{AwsNames.PrincipalKey(arn)}", _spec, ClusterName, arn, "AmazonEKSViewPolicy", this)),
    ];

    private Addon CreateAddOn(EksAddOn addOn, Resource[] after)
    {
        var role = EksIdentities.CreateForAddOn($"{_name}-{addOn.Name}", _spec, addOn, this);
        var options = Child();
        options.DependsOn = after;
        var addOnArgs = new AddonArgs
        {
            ClusterName = ClusterName,
            AddonName = addOn.Name,
            AddonVersion = _spec.AddOnVersions.TryGetValue(addOn.Name, out var version) ? (Input<string>)version : null,
            ConfigurationValues = addOn.Configuration is { } configuration ? (Input<string>)configuration : null,
            ResolveConflictsOnCreate = "OVERWRITE",
            ResolveConflictsOnUpdate = "OVERWRITE",
            Tags = EksTags.Of(_spec.Name, $"{_spec.Name}-{addOn.Name}"),
        };
        if (role is not null)
            addOnArgs.PodIdentityAssociations = new AddonPodIdentityAssociationArgs { ServiceAccount = addOn.ServiceAccount!, RoleArn = role.Arn };
        return new Addon($"{_name}-{addOn.Name}", addOnArgs, options);
    }
}
