using System.Collections.Immutable;

namespace Clawdbot.Cli.Diffs;

/// <summary>Rows for resources of AWS. Which settings force a replacement is what the provider's schema says of them.</summary>
internal static class AwsImpacts
{
    private const string Groups = "EKS drains and replaces the nodes, as many at a time as updateConfig allows";
    private const string OtherGroup = "a node group cannot change this, so another group takes its place";
    private const string NewTemplate = "a new version of the launch template, to which the node groups roll";
    private const string OtherCluster = "the cluster cannot change this, so another one takes its place";
    private const string OtherFileSystem = "the file system cannot change this, so an empty one takes its place; it fills again from its bucket if it has one";
    private const string OtherNetwork = "the network cannot change this, so what is inside is replaced with it";
    private const string ControlPlane = "the control plane takes it over; nodes and pods stay";

    /// <summary>The rows; within a kind the exact ones first.</summary>
    public static ImmutableArray<ImpactRow> Rows { get; } =
    [
        new("aws:eks/NodeGroup", "scalingConfig", Effect.NodeScale, "nodes join or leave; pods of nodes that leave move"),
        new("aws:eks/NodeGroup", "updateConfig", Effect.InPlace, "holds for the next update of nodes"),
        new("aws:eks/NodeGroup", "nodeRepairConfig", Effect.InPlace, "holds for the next broken node"),
        new("aws:eks/NodeGroup", "labels", Effect.NodeChange, "EKS writes labels to the running nodes; pods that no longer fit stay until they restart"),
        new("aws:eks/NodeGroup", "taints", Effect.NodeChange, "EKS writes taints to the running nodes; NoExecute evicts pods that do not tolerate it, the others keep new pods away"),
        new("aws:eks/NodeGroup", "forceUpdateVersion", Effect.InPlace, "holds for the next update of nodes"),
        .. Tags("aws:eks/NodeGroup"),
        new("aws:eks/NodeGroup", "version", Effect.NodeRollout, Groups),
        new("aws:eks/NodeGroup", "releaseVersion", Effect.NodeRollout, Groups),
        new("aws:eks/NodeGroup", "launchTemplate", Effect.NodeRollout, Groups),
        new("aws:eks/NodeGroup", "", Effect.Replace, OtherGroup),
        new("aws:eks/NodeGroup", ImpactRow.Replaced, Effect.NodeReplace, "the pods move to the new nodes"),
        new("aws:eks/NodeGroup", ImpactRow.Removed, Effect.NodeReplace, "its nodes go, and pods that fit nowhere else wait"),

        .. Tags("aws:ec2/LaunchTemplate"),
        new("aws:ec2/LaunchTemplate", "description", Effect.InPlace, "only a text"),
        new("aws:ec2/LaunchTemplate", "name", Effect.Replace, "another name is another template"),
        new("aws:ec2/LaunchTemplate", "", Effect.NodeRollout, NewTemplate),
        new("aws:ec2/LaunchTemplate", ImpactRow.Replaced, Effect.NodeRollout, NewTemplate),
        new("aws:ec2/LaunchTemplate", ImpactRow.Removed, Effect.NodeReplace, "its node groups cannot start nodes any more"),

        new("aws:eks/Cluster", "version", Effect.ClusterRollout, "the control plane is upgraded in place, one minor version at a time and never back; nodes follow group by group"),
        new("aws:eks/Cluster", "encryptionConfig", Effect.Replace, OtherCluster),
        new("aws:eks/Cluster", "name", Effect.Replace, OtherCluster),
        new("aws:eks/Cluster", "roleArn", Effect.Replace, OtherCluster),
        new("aws:eks/Cluster", "kubernetesNetworkConfig", Effect.Replace, OtherCluster),
        new("aws:eks/Cluster", "outpostConfig", Effect.Replace, OtherCluster),
        new("aws:eks/Cluster", "bootstrapSelfManagedAddons", Effect.Replace, OtherCluster),
        new("aws:eks/Cluster", "accessConfig.bootstrapClusterCreatorAdminPermissions", Effect.Replace, OtherCluster),
        new("aws:eks/Cluster", "vpcConfig.subnetIds", Effect.Replace, OtherCluster + " unless the new subnets are in the same VPC and zones"),
        new("aws:eks/Cluster", "vpcConfig", Effect.InPlace, ControlPlane),
        new("aws:eks/Cluster", "accessConfig", Effect.InPlace, ControlPlane),
        new("aws:eks/Cluster", "enabledClusterLogTypes", Effect.InPlace, ControlPlane),
        new("aws:eks/Cluster", "deletionProtection", Effect.InPlace, ControlPlane),
        new("aws:eks/Cluster", "upgradePolicy", Effect.InPlace, ControlPlane),
        new("aws:eks/Cluster", "zonalShiftConfig", Effect.InPlace, ControlPlane),
        .. Tags("aws:eks/Cluster"),
        new("aws:eks/Cluster", ImpactRow.Replaced, Effect.DataLoss, "everything in it is deleted, claims included"),
        new("aws:eks/Cluster", ImpactRow.Removed, Effect.DataLoss, "everything in it is deleted, claims included"),
        .. Tags("aws:eks/Addon"),
        new("aws:eks/Addon", "", Effect.OperatorRollout, "the add-on replaces its pods, node by node where it runs on all"),
        new("aws:eks/Addon", ImpactRow.Replaced, Effect.OperatorRollout, "the add-on is removed and installed again"),
        new("aws:eks/Addon", ImpactRow.Removed, Effect.OperatorRollout, "the add-on's pods stop for good"),
        .. Applied("aws:eks/AccessEntry", "holds for the next request of the identity"),
        .. Applied("aws:eks/AccessPolicyAssociation", "holds for the next request of the identity"),
        .. Applied("aws:eks/PodIdentityAssociation", "holds for the next credentials that a pod asks for"),

        new("aws:fsx/LustreFileSystem", "storageCapacity", Effect.DataMove, "growing moves data between disks while it serves, and cannot be undone; less is another file system"),
        new("aws:fsx/LustreFileSystem", "perUnitStorageThroughput", Effect.DataMove, "the servers are replaced; clients wait for some minutes"),
        new("aws:fsx/LustreFileSystem", "metadataConfiguration", Effect.DataMove, "the metadata servers are replaced; clients wait for some minutes"),
        new("aws:fsx/LustreFileSystem", "skipFinalBackup", Effect.DataPolicy, "decides whether a last backup is taken when the file system goes"),
        new("aws:fsx/LustreFileSystem", "dataCompressionType", Effect.InPlace, "holds for files that are written later"),
        new("aws:fsx/LustreFileSystem", "autoImportPolicy", Effect.InPlace, "holds for later changes in the bucket"),
        new("aws:fsx/LustreFileSystem", "weeklyMaintenanceStartTime", Effect.InPlace, "only the hour of maintenance"),
        new("aws:fsx/LustreFileSystem", "automaticBackupRetentionDays", Effect.DataPolicy, "decides how long backups stay"),
        new("aws:fsx/LustreFileSystem", "logConfiguration", Effect.InPlace, "only what is logged"),
        .. Tags("aws:fsx/LustreFileSystem"),
        new("aws:fsx/LustreFileSystem", "", Effect.Replace, OtherFileSystem),
        new("aws:fsx/LustreFileSystem", ImpactRow.Replaced, Effect.DataLoss, "the files are deleted with the old one"),
        new("aws:fsx/LustreFileSystem", ImpactRow.Removed, Effect.DataLoss, "the files are deleted with it"),

        new("aws:s3/Bucket", "bucket", Effect.Replace, "another name is another bucket"),
        new("aws:s3/Bucket", "forceDestroy", Effect.DataPolicy, "decides whether a bucket with objects may be deleted"),
        new("aws:s3/Bucket", ImpactRow.Replaced, Effect.DataLoss, "the objects are deleted with the old one, or the deletion fails"),
        new("aws:s3/Bucket", ImpactRow.Removed, Effect.DataLoss, "the objects are deleted with it, or the deletion fails"),
        new("aws:s3/BucketLifecycleConfiguration", "", Effect.DataPolicy, "decides which objects are deleted, and when"),
        .. Applied("aws:s3/*", "S3 applies it to the next request"),
        new("aws:ecr/Repository", "name", Effect.Replace, "another name is another repository"),
        new("aws:ecr/Repository", ImpactRow.Replaced, Effect.DataLoss, "the images are deleted with the old one; a pod that starts on a new node finds none"),
        new("aws:ecr/Repository", ImpactRow.Removed, Effect.DataLoss, "the images are deleted with it; a pod that starts on a new node finds none"),
        new("aws:ecr/LifecyclePolicy", "", Effect.DataPolicy, "decides which images are deleted, and when"),
        .. Applied("aws:ecr/*", "holds for the next push or pull"),
        new("aws:kms/Key", ImpactRow.Replaced, Effect.DataLoss, "what the old key encrypted is unreadable once it is deleted"),
        new("aws:kms/Key", ImpactRow.Removed, Effect.DataLoss, "what it encrypted is unreadable once it is deleted"),
        .. Applied("aws:kms/*", "holds for the next use of the key"),

        new("aws:ec2/Vpc", "cidrBlock", Effect.Replace, OtherNetwork),
        new("aws:ec2/Vpc", ImpactRow.Replaced, Effect.DataLoss, "the cluster in it is replaced too"),
        new("aws:ec2/Vpc", ImpactRow.Removed, Effect.DataLoss, "nothing in it can stay"),
        new("aws:ec2/Subnet", "cidrBlock", Effect.Replace, OtherNetwork),
        new("aws:ec2/Subnet", "availabilityZone", Effect.Replace, OtherNetwork),
        new("aws:ec2/Subnet", "vpcId", Effect.Replace, OtherNetwork),
        new("aws:ec2/Subnet", ImpactRow.Replaced, Effect.DataLoss, "the cluster and the nodes in it are replaced too"),
        new("aws:ec2/Subnet", ImpactRow.Removed, Effect.NodeReplace, "nodes in it must go"),
        new("aws:ec2/PlacementGroup", "", Effect.Replace, "a placement group cannot be changed"),
        new("aws:ec2/PlacementGroup", ImpactRow.Replaced, Effect.NodeReplace, "its nodes are started anew in the other one"),
        new("aws:ec2/PlacementGroup", ImpactRow.Removed, Effect.NodeReplace, "its nodes must go first"),
        .. Applied("aws:ec2/*", "the network takes it over within seconds; connections over a changed route or rule break"),
        .. Applied("aws:vpc/*", "the network takes it over within seconds; connections that no rule allows break"),
        .. Applied("aws:iam/*", "holds for the next request of the identity"),
        .. Applied("aws:cloudwatch/*", "only what is recorded and where it goes"),
        .. Applied("aws:sqs/*", "holds for the next message"),
        .. Applied("aws:autoscaling/*", "holds for the next decision of the autoscaler"),
    ];

    private static IEnumerable<ImpactRow> Tags(string kind) =>
    [
        new(kind, "tags", Effect.InPlace, "tags restart nothing"),
        new(kind, "tagsAll", Effect.InPlace, "tags restart nothing"),
    ];

    private static IEnumerable<ImpactRow> Applied(string kind, string reason) =>
    [
        new(kind, "", Effect.InPlace, reason),
        new(kind, ImpactRow.Replaced, Effect.ReplaceObject, reason),
        new(kind, ImpactRow.Removed, Effect.InPlace, reason),
    ];
}
