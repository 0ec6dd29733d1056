using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>What the node autoscalers may do in AWS: change what belongs to this cluster, look at the rest.</summary>
public static class AutoscalerPolicies
{
    private const string NodePoolTag = "karpenter.sh/nodepool";
    private const string NodeClassTag = "karpenter.k8s.aws/ec2nodeclass";

    private static readonly ImmutableArray<string> MadeByKarpenter = ["fleet", "instance", "volume", "network-interface", "launch-template", "spot-instances-request"];

    /// <summary>https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md</summary>
    public static ImmutableArray<IamStatement> ClusterAutoscaler(EksClusterSpec cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var arn = $"arn:{AwsNames.Partition(cluster.Region)}";
        return
        [
            // Describe calls know no resources.
            new("Look", ["autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances", "autoscaling:DescribeLaunchConfigurations", "autoscaling:DescribeScalingActivities", "autoscaling:DescribeTags",
                "ec2:DescribeImages", "ec2:DescribeInstanceTypes", "ec2:DescribeLaunchTemplateVersions", "ec2:GetInstanceTypesFromInstanceRequirements"], ["*"])
            {
                Conditions = [("StringEquals", "aws:RequestedRegion", [cluster.Region])],
            },
            new("LookAtNodeGroups", ["eks:DescribeNodegroup"], [$"{arn}:eks:{cluster.Region}:{cluster.AccountId}:nodegroup/{cluster.Name}/*"]),
            new("Scale", ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"], [$"{arn}:autoscaling:{cluster.Region}:{cluster.AccountId}:autoScalingGroup:*"])
            {
                Conditions = [("StringEquals", $"aws:ResourceTag/k8s.io/cluster-autoscaler/{cluster.Name}", ["owned"])],
            },
        ];
    }

    /// <summary>https://karpenter.sh/docs/reference/cloudformation/</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="nodeRole">ARN of the role of the nodes.</param>
    /// <param name="queue">ARN of the queue of interruptions.</param>
    public static ImmutableArray<IamStatement> Karpenter(EksClusterSpec cluster, string nodeRole, string queue)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var arn = $"arn:{AwsNames.Partition(cluster.Region)}";
        var ec2 = $"{arn}:ec2:{cluster.Region}:*";
        var owner = $"kubernetes.io/cluster/{cluster.Name}";
        var profiles = $"{arn}:iam::{cluster.AccountId}:instance-profile/*";
        ImmutableArray<string> made = [.. MadeByKarpenter.Select(kind => $"{ec2}:{kind}/*")];
        (string, string, ImmutableArray<string>) owned = ("StringEquals", $"aws:ResourceTag/{owner}", ["owned"]);
        (string, string, ImmutableArray<string>) pooled = ("StringLike", $"aws:ResourceTag/{NodePoolTag}", ["*"]);
        (string, string, ImmutableArray<string>) region = ("StringEquals", "aws:ResourceTag/topology.kubernetes.io/region", [cluster.Region]);
        (string, string, ImmutableArray<string>) profiled = ("StringLike", $"aws:ResourceTag/{NodeClassTag}", ["*"]);
        ImmutableArray<(string, string, ImmutableArray<string>)> wanted =
        [
            ("StringEquals", $"aws:RequestTag/{owner}", ["owned"]),
            ("StringEquals", "aws:RequestTag/eks:eks-cluster-name", [cluster.Name]),
        ];
        (string, string, ImmutableArray<string>) wantedPool = ("StringLike", $"aws:RequestTag/{NodePoolTag}", ["*"]);
        ImmutableArray<(string, string, ImmutableArray<string>)> wantedProfile =
            [.. wanted, ("StringEquals", "aws:RequestTag/topology.kubernetes.io/region", [cluster.Region]), ("StringLike", $"aws:RequestTag/{NodeClassTag}", ["*"])];
        return
        [
            new("StartFrom", ["ec2:CreateFleet", "ec2:RunInstances"],
                [$"{arn}:ec2:{cluster.Region}::image/*", $"{arn}:ec2:{cluster.Region}::snapshot/*", $"{ec2}:security-group/*", $"{ec2}:subnet/*", $"{ec2}:capacity-reservation/*"]),
            new("StartFromOwnTemplates", ["ec2:CreateFleet", "ec2:RunInstances"], [$"{ec2}:launch-template/*"]) { Conditions = [owned, pooled] },
            new("StartTagged", ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:RunInstances"], made) { Conditions = [.. wanted, wantedPool] },
            new("TagAtStart", ["ec2:CreateTags"], made) { Conditions = [.. wanted, ("StringEquals", "ec2:CreateAction", ["RunInstances", "CreateFleet", "CreateLaunchTemplate"]), wantedPool] },
            new("TagOwn", ["ec2:CreateTags"], [$"{ec2}:instance/*"])
            {
                Conditions =
                [
                    owned, pooled,
                    ("StringEqualsIfExists", "aws:RequestTag/eks:eks-cluster-name", [cluster.Name]),
                    ("ForAllValues:StringEquals", "aws:TagKeys", ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"]),
                ],
            },
            new("EndOwn", ["ec2:DeleteLaunchTemplate", "ec2:TerminateInstances"], [$"{ec2}:instance/*", $"{ec2}:launch-template/*"]) { Conditions = [owned, pooled] },
            new("Look", ["ec2:DescribeCapacityReservations", "ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeInstanceTypeOfferings", "ec2:DescribeInstanceTypes",
                "ec2:DescribeLaunchTemplates", "ec2:DescribePlacementGroups", "ec2:DescribeSecurityGroups", "ec2:DescribeSpotPriceHistory", "ec2:DescribeSubnets"], ["*"])
            {
                Conditions = [("StringEquals", "aws:RequestedRegion", [cluster.Region])],
            },
            new("FindImages", ["ssm:GetParameter"], [$"{arn}:ssm:{cluster.Region}::parameter/aws/service/*"]),
            // The price list is one for all regions and knows no resources.
            new("FindPrices", ["pricing:GetProducts"], ["*"]),
            new("HearInterruptions", ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"], [queue]),
            new("PassNodeRole", ["iam:PassRole"], [nodeRole]) { Conditions = [("StringEquals", "iam:PassedToService", ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"])] },
            new("MakeProfiles", ["iam:CreateInstanceProfile"], [profiles]) { Conditions = wantedProfile },
            new("TagProfiles", ["iam:TagInstanceProfile"], [profiles]) { Conditions = [owned, region, profiled, .. wantedProfile] },
            new("ChangeOwnProfiles", ["iam:AddRoleToInstanceProfile", "iam:DeleteInstanceProfile", "iam:RemoveRoleFromInstanceProfile"], [profiles]) { Conditions = [owned, region, profiled] },
            new("LookAtProfiles", ["iam:GetInstanceProfile"], [profiles]),
            new("ListProfiles", ["iam:ListInstanceProfiles"], ["*"]),
            new("FindCluster", ["eks:DescribeCluster"], [cluster.Arn]),
        ];
    }

    /// <summary>Lets the event service of this account write to the queue.</summary>
    public static string Queue(EksClusterSpec cluster, string queue)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return IamPolicy.Render(new IamStatement("Interruptions", ["sqs:SendMessage"], [queue])
        {
            Principal = ("Service", "events.amazonaws.com"),
            Conditions = [("ArnLike", "aws:SourceArn", [$"arn:{AwsNames.Partition(cluster.Region)}:events:{cluster.Region}:{cluster.AccountId}:rule/*"])],
        });
    }
}
