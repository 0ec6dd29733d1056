namespace Clawdbot.Policies.Aws;

/// <summary>Type tokens of the AWS provider, and of the component that wraps EKS.</summary>
internal static class AwsTypes
{
    /// <summary>An EKS cluster.</summary>
    public const string EksCluster = "aws:eks/cluster:Cluster";

    /// <summary>The component of pulumi-eks that makes a cluster.</summary>
    public const string EksComponent = "eks:index:Cluster";

    /// <summary>A managed node group.</summary>
    public const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";

    /// <summary>An EC2 launch template.</summary>
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";

    /// <summary>A launch configuration, the predecessor of launch templates.</summary>
    public const string LaunchConfiguration = "aws:ec2/launchConfiguration:LaunchConfiguration";

    /// <summary>An EC2 instance.</summary>
    public const string Instance = "aws:ec2/instance:Instance";

    /// <summary>A request for one spot instance; its inputs are an instance's.</summary>
    public const string SpotInstanceRequest = "aws:ec2/spotInstanceRequest:SpotInstanceRequest";

    /// <summary>An EBS volume.</summary>
    public const string Volume = "aws:ebs/volume:Volume";

    /// <summary>A VPC.</summary>
    public const string Vpc = "aws:ec2/vpc:Vpc";

    /// <summary>A subnet.</summary>
    public const string Subnet = "aws:ec2/subnet:Subnet";

    /// <summary>Flow logs of a VPC, a subnet or an interface.</summary>
    public const string FlowLog = "aws:ec2/flowLog:FlowLog";

    /// <summary>A security group.</summary>
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";

    /// <summary>The group that a VPC has from the start, taken over.</summary>
    public const string DefaultSecurityGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

    /// <summary>A rule of a security group, in either direction.</summary>
    public const string SecurityGroupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";

    /// <summary>An ingress rule of a security group.</summary>
    public const string SecurityGroupIngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    /// <summary>A KMS key.</summary>
    public const string Key = "aws:kms/key:Key";

    /// <summary>A copy of a multi-region KMS key.</summary>
    public const string ReplicaKey = "aws:kms/replicaKey:ReplicaKey";

    /// <summary>A KMS key whose material comes from outside.</summary>
    public const string ExternalKey = "aws:kms/externalKey:ExternalKey";

    /// <summary>A group of log streams.</summary>
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    /// <summary>A repository of images.</summary>
    public const string Repository = "aws:ecr/repository:Repository";

    /// <summary>An IAM role.</summary>
    public const string Role = "aws:iam/role:Role";

    /// <summary>A queue.</summary>
    public const string Queue = "aws:sqs/queue:Queue";

    /// <summary>Buckets, by the tokens of both generations.</summary>
    public static readonly string[] Buckets = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

    /// <summary>Access lists of buckets, by the tokens of both generations.</summary>
    public static readonly string[] BucketAcls = ["aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketAclV2:BucketAclV2"];

    /// <summary>The policy of a bucket.</summary>
    public const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";

    /// <summary>The refusal of public access to a bucket.</summary>
    public const string BucketPublicAccessBlock = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

    /// <summary>The refusal of public access to every bucket of the account.</summary>
    public const string AccountPublicAccessBlock = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
}
