using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Nodes;

/// <summary>Choices of <see cref="EksCluster"/>.</summary>
public static class EksClusterDefaults
{
    /// <summary>
    /// In standard support until 2027-03-27; 1.34 leaves it on 2026-12-02.
    /// https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
    /// </summary>
    public const string KubernetesVersion = "1.35";

    /// <summary>Versions that EKS supports and that the components are written for.</summary>
    public static ImmutableArray<string> KubernetesVersions { get; } = ["1.34", "1.35", "1.36"];

    /// <summary>A block that home, office and Docker networks rarely use, large enough for pods with addresses of the network.</summary>
    public const string VpcCidr = "10.64.0.0/16";

    /// <summary>The block that EKS takes itself when the network is not in 172.16.0.0/12; stated, so that it is checked against the network.</summary>
    public const string ServiceCidr = "172.20.0.0/16";

    /// <summary>Prefix length of the network: /16 is the most that AWS allows, /20 leaves each zone 1019 addresses for nodes and pods.</summary>
    public static IntegerRange VpcPrefix { get; } = new(16, 20);

    /// <summary>Prefix length of the Services' block. https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html</summary>
    public static IntegerRange ServicePrefix { get; } = new(12, 24);

    /// <summary>Zones: etcd and Ceph need three places to lose one.</summary>
    public const int Zones = 3;

    /// <summary>Bits by which a private subnet is smaller than the network: a quarter.</summary>
    public const int PrivateBits = 2;

    /// <summary>Bits by which a public subnet, which holds one NAT gateway, is smaller than the quarter that is left.</summary>
    public const int PublicBits = 2;

    /// <summary>Three months: an incident is rarely noticed later, and audit logs are not cheap.</summary>
    public const int LogRetentionDays = 90;

    /// <summary>What CloudWatch offers, from a month up. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html</summary>
    public static ImmutableArray<int> LogRetentions { get; } = [30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary>All that the control plane writes.</summary>
    public static ImmutableArray<string> LogTypes { get; } = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    /// <summary>Room for the suffixes of derived names.</summary>
    public const int MaximumNameLength = 40;

    /// <summary>One in each zone.</summary>
    public const int SystemNodes = 3;

    /// <summary>Fewer cannot spread three etcd members; more want a second group.</summary>
    public static IntegerRange SystemNodeRange { get; } = new(3, 30);

    /// <summary>4 processors and 16 GiB: gateway, Router, etcd, assistant and monitoring ask for about 8 and 24 GiB together.</summary>
    public const string SystemInstanceType = "m7i.xlarge";

    /// <summary>Images of the platform take about 20 GB on a node.</summary>
    public static NodeVolume SystemVolume { get; } = new(100, 250, 3000);

    /// <summary>Days until a key that was deleted is gone; the longest, because what it encrypts is gone with it.</summary>
    public const int KeyDeletionDays = 30;

    /// <summary>Seconds over which flow logs are gathered; the other choice, 60, costs several times more.</summary>
    public const int FlowLogSeconds = 600;

    /// <summary>AWS services that nodes and add-ons call: they stay reachable without the internet, and image layers do not pay for NAT.</summary>
    public static ImmutableArray<string> Endpoints { get; } = ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "logs", "sts"];

    /// <summary>What cluster-autoscaler calls besides.</summary>
    public static ImmutableArray<string> ClusterAutoscalerEndpoints { get; } = ["autoscaling"];

    /// <summary>What Karpenter calls besides.</summary>
    public static ImmutableArray<string> KarpenterEndpoints { get; } = ["sqs", "ssm"];

    /// <summary>Port of the API and of the endpoints.</summary>
    public const int HttpsPort = 443;

    /// <summary>Namespace of the managed add-ons and of the autoscalers.</summary>
    public const string AddOnNamespace = "kube-system";

    /// <summary>Tag by which Karpenter finds subnets.</summary>
    public const string DiscoveryTag = "karpenter.sh/discovery";

    /// <summary>Tag of everything that belongs to the cluster.</summary>
    public const string ClusterTag = "clawdbot.dev/cluster";

    /// <summary>Label of system nodes.</summary>
    public const string RoleLabel = "clawdbot.dev/node-role";
}
