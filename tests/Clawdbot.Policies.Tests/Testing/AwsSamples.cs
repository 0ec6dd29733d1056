namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Compliant AWS resources, as a program would declare them.</summary>
internal static class AwsSamples
{
    /// <summary>An EKS cluster that every rule accepts.</summary>
    public static Sample Cluster { get; } = Sample.Of("aws:eks/cluster:Cluster", """
        name: shop
        version: "1.35"
        deletionProtection: true
        roleArn: arn:aws:iam::111122223333:role/shop
        vpcConfig:
          subnetIds: [subnet-a, subnet-b]
          endpointPrivateAccess: true
          endpointPublicAccess: false
        accessConfig: { authenticationMode: API, bootstrapClusterCreatorAdminPermissions: false }
        encryptionConfig: { provider: { keyArn: "arn:aws:kms:eu-central-1:111122223333:key/k" }, resources: [secrets] }
        enabledClusterLogTypes: [api, audit, authenticator, controllerManager, scheduler]
        upgradePolicy: { supportType: EXTENDED }
        """);

    /// <summary>The component of pulumi-eks, as compliant as it can be.</summary>
    public static Sample Component { get; } = Sample.Of("eks:index:Cluster", """
        version: "1.35"
        deletionProtection: true
        endpointPrivateAccess: true
        endpointPublicAccess: false
        authenticationMode: API
        encryptionConfigKeyArn: arn:aws:kms:eu-central-1:111122223333:key/k
        enabledClusterLogTypes: [api, audit, authenticator, controllerManager, scheduler]
        nodeAssociatePublicIpAddress: false
        nodeRootVolumeEncrypted: true
        """);

    /// <summary>A node group with GPUs.</summary>
    public static Sample NodeGroup { get; } = Sample.Of("aws:eks/nodeGroup:NodeGroup", """
        clusterName: shop
        version: "1.35"
        amiType: AL2023_x86_64_NVIDIA
        scalingConfig: { minSize: 3, desiredSize: 3, maxSize: 3 }
        updateConfig: { maxUnavailable: 1 }
        nodeRepairConfig: { enabled: true }
        """);

    /// <summary>A launch template for nodes.</summary>
    public static Sample LaunchTemplate { get; } = Sample.Of("aws:ec2/launchTemplate:LaunchTemplate", """
        blockDeviceMappings:
          - { deviceName: /dev/xvda, ebs: { encrypted: "true", volumeType: gp3, volumeSize: 100 } }
          - { deviceName: /dev/xvdb, ebs: { encrypted: "true", volumeType: gp3, volumeSize: 200 } }
        metadataOptions: { httpEndpoint: enabled, httpTokens: required, httpPutResponseHopLimit: 1 }
        networkInterfaces:
          - { deviceIndex: 0, associatePublicIpAddress: "false" }
        """);

    /// <summary>A single instance.</summary>
    public static Sample Instance { get; } = Sample.Of("aws:ec2/instance:Instance", """
        ami: ami-1
        instanceType: m7i.large
        associatePublicIpAddress: false
        metadataOptions: { httpTokens: required }
        rootBlockDevice: { encrypted: true }
        ebsBlockDevices:
          - { deviceName: /dev/sdf, encrypted: true }
        """);

    /// <summary>A VPC, known by its id.</summary>
    public static Sample Vpc { get; } = Sample.Of("aws:ec2/vpc:Vpc", "{ id: vpc-1, cidrBlock: 10.0.0.0/16 }", "vpc");

    /// <summary>A bucket, known by its name.</summary>
    public static Sample Bucket { get; } = Sample.Of("aws:s3/bucket:Bucket", "bucket: models", "models");

    /// <summary>The refusal of public access to <see cref="Bucket"/>.</summary>
    public static Sample PublicAccessBlock { get; } = Sample.Of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", """
        bucket: models
        blockPublicAcls: true
        blockPublicPolicy: true
        ignorePublicAcls: true
        restrictPublicBuckets: true
        """);

    /// <summary>A policy of a role, with one statement.</summary>
    public static Sample RolePolicy(string statement) => Policy("aws:iam/rolePolicy:RolePolicy", "policy", statement);

    /// <summary>A role with one statement in its trust policy.</summary>
    public static Sample Trust(string statement) => Policy("aws:iam/role:Role", "assumeRolePolicy", statement);

    /// <summary>A resource that holds a policy with one statement, written as JSON.</summary>
    public static Sample Policy(string type, string property, string statement) =>
        Sample.Of(type, $$"""{{property}}: '{"Version":"2012-10-17","Statement":[{{statement}}]}'""");
}
