using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>An EKS cluster in a network of its own; every value is known when the stack is planned.</summary>
public sealed record EksClusterSpec
{
    /// <summary>Name of the cluster, unique in the account and region; it is also in the names of tags, log groups and the queue of Karpenter.</summary>
    /// <value>Lower-case DNS label, at most 40 characters.</value>
    public required string Name { get; init; }

    /// <summary>Account to deploy to: the permissions name it, and a provider limited to it refuses another account's credentials.</summary>
    /// <value>Twelve digits.</value>
    public required string AccountId { get; init; }

    /// <summary>Region, as <c>eu-central-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Availability zones of the region. Given, not looked up: a region may gain a zone, and subnets must not move then.</summary>
    /// <value>Three, distinct.</value>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>IAM roles or users who administer the cluster; the one who deploys must be among them.</summary>
    /// <value>At least one.</value>
    public required ImmutableArray<string> Administrators { get; init; }

    /// <summary>IAM roles or users who may look at everything but Secrets.</summary>
    /// <value>Default: none.</value>
    public ImmutableArray<string> Viewers { get; init; } = [];

    /// <summary>Kubernetes version.</summary>
    /// <value>1.34, 1.35 or 1.36; default: 1.35.</value>
    public string KubernetesVersion { get; init; } = EksClusterDefaults.KubernetesVersion;

    /// <summary>Addresses of the network: a private block of /16 to /20, which is cut into three private and three public subnets.</summary>
    /// <value>Default: 10.64.0.0/16.</value>
    public string VpcCidr { get; init; } = EksClusterDefaults.VpcCidr;

    /// <summary>Addresses of Services, which never leave the cluster; must not overlap <see cref="VpcCidr"/>.</summary>
    /// <value>Default: 172.20.0.0/16.</value>
    public string ServiceCidr { get; init; } = EksClusterDefaults.ServiceCidr;

    /// <summary>Addresses on the internet that may reach the API; none switches the public endpoint off.</summary>
    /// <value>Default: none. 0.0.0.0/0 is refused.</value>
    public ImmutableArray<string> PublicAccessCidrs { get; init; } = [];

    /// <summary>Private addresses outside the nodes that may reach the API: a VPN, a build network.</summary>
    /// <value>Default: none. 0.0.0.0/0 is refused.</value>
    public ImmutableArray<string> PrivateAccessCidrs { get; init; } = [];

    /// <summary>Days that control-plane and flow logs are kept.</summary>
    /// <value>A period that CloudWatch offers; default: 90.</value>
    public int LogRetentionDays { get; init; } = EksClusterDefaults.LogRetentionDays;

    /// <summary>What adds and removes nodes.</summary>
    /// <value>Default: nothing.</value>
    public NodeAutoscaler Autoscaler { get; init; } = new NodeAutoscaler.None();

    /// <summary>Nodes for everything that needs neither GPU nor storage disks: add-ons, gateway, Router, etcd, monitoring.</summary>
    /// <value>3 to 30, spread over the zones; default: 3.</value>
    public int SystemNodes { get; init; } = EksClusterDefaults.SystemNodes;

    /// <summary>EC2 instance type of the system nodes.</summary>
    /// <value>Default: m7i.xlarge.</value>
    public string SystemInstanceType { get; init; } = EksClusterDefaults.SystemInstanceType;

    /// <summary>Whether the CSI driver of FSx for Lustre is installed.</summary>
    /// <value>Default: false.</value>
    public bool FsxForLustre { get; init; }

    /// <summary>Bucket that pods mount through the Mountpoint CSI driver, read-only; null leaves the driver out.</summary>
    /// <value>Default: null.</value>
    public string? ModelBucket { get; init; }

    /// <summary>Versions of add-ons by name, as <c>v1.20.4-eksbuild.2</c>.</summary>
    /// <value>Default: none; EKS takes its default for the Kubernetes version when it installs the add-on, and keeps it.</value>
    public ImmutableSortedDictionary<string, string> AddOnVersions { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether AWS and Pulumi refuse to delete the cluster and its keys.</summary>
    /// <value>Default: true.</value>
    public bool DeletionProtection { get; init; } = true;

    /// <summary>ARN of the cluster.</summary>
    public string Arn => $"arn:{AwsNames.Partition(Region)}:eks:{Region}:{AccountId}:cluster/{Name}";

    /// <summary>Log group that EKS itself writes to; the name is fixed.</summary>
    public string ControlPlaneLogGroup => $"/aws/eks/{Name}/cluster";

    /// <summary>Log group of the network's flow logs.</summary>
    public string FlowLogGroup => $"/clawdbot/{Name}/flow-logs";

    /// <summary>ARN of a log group of this cluster.</summary>
    /// <param name="group">Name of the group.</param>
    public string LogGroupArn(string group) => $"arn:{AwsNames.Partition(Region)}:logs:{Region}:{AccountId}:log-group:{group}";
}
