using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>A managed add-on.</summary>
/// <param name="Name">Its name at EKS.</param>
/// <param name="NeedsNodes">Whether it has pods that are no DaemonSet: it becomes healthy only when there are nodes.</param>
public sealed record EksAddOn(string Name, bool NeedsNodes)
{
    /// <summary>Settings of the add-on, as JSON.</summary>
    /// <value>Default: null, its own defaults.</value>
    public string? Configuration { get; init; }

    /// <summary>Service account in <c>kube-system</c> that calls AWS.</summary>
    /// <value>Default: null, it calls nothing.</value>
    public string? ServiceAccount { get; init; }

    /// <summary>Policy that AWS maintains for it.</summary>
    /// <value>Default: null.</value>
    public string? ManagedPolicy { get; init; }

    /// <summary>Permissions, where AWS maintains none that fit.</summary>
    /// <value>Default: none.</value>
    public ImmutableArray<IamStatement> Statements { get; init; } = [];

    /// <summary>
    /// The add-ons of a cluster, in the order in which they work: network and identity before nodes, the rest after them.
    /// https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    public static ImmutableArray<EksAddOn> For(EksClusterSpec cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var addOns = ImmutableArray.CreateBuilder<EksAddOn>();
        addOns.Add(new("eks-pod-identity-agent", NeedsNodes: false));
        addOns.Add(new("kube-proxy", NeedsNodes: false));
        // Without this setting NetworkPolicies are accepted and ignored.
        addOns.Add(new("vpc-cni", NeedsNodes: false) { Configuration = """{"enableNetworkPolicy":"true"}""", ServiceAccount = "aws-node", ManagedPolicy = "AmazonEKS_CNI_Policy" });
        // Finds the GPU faults that node repair acts on.
        addOns.Add(new("eks-node-monitoring-agent", NeedsNodes: false));
        addOns.Add(new("coredns", NeedsNodes: true));
        // Without it nothing scales by processor load: EKS itself measures nothing.
        addOns.Add(new("metrics-server", NeedsNodes: true));
        addOns.Add(new("aws-ebs-csi-driver", NeedsNodes: true) { ServiceAccount = "ebs-csi-controller-sa", ManagedPolicy = "service-role/AmazonEBSCSIDriverPolicy" });
        if (cluster.FsxForLustre)
        {
            addOns.Add(new("aws-fsx-csi-driver", NeedsNodes: true)
            {
                ServiceAccount = "fsx-csi-controller-sa",
                // The file system is made by the stack, so the driver only looks it up.
                Statements = [new IamStatement("FindFileSystems", ["fsx:DescribeFileSystems"], [$"arn:{AwsNames.Partition(cluster.Region)}:fsx:{cluster.Region}:{cluster.AccountId}:file-system/*"])],
            });
        }
        if (cluster.ModelBucket is { } bucket)
        {
            addOns.Add(new("aws-mountpoint-s3-csi-driver", NeedsNodes: true)
            {
                // Unlike the other drivers it does not tolerate the taint of GPU nodes by itself.
                Configuration = """{"node":{"tolerateAllTaints":true}}""",
                ServiceAccount = "s3-csi-driver-sa",
                Statements =
                [
                    new IamStatement("ListModels", ["s3:ListBucket"], [$"arn:{AwsNames.Partition(cluster.Region)}:s3:::{bucket}"]),
                    new IamStatement("ReadModels", ["s3:GetObject"], [$"arn:{AwsNames.Partition(cluster.Region)}:s3:::{bucket}/*"]),
                ],
            });
        }
        return addOns.ToImmutable();
    }
}
