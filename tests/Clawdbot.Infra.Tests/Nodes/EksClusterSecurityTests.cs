using System.Text.Json.Nodes;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Nodes;

/// <summary>What must hold for every cluster and its nodes, whatever is chosen.</summary>
public sealed class EksClusterSecurityTests
{
    public static TheoryData<int> Variants { get; } = new(0, 1, 2, 3);

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Nothing_lets_everybody_in(int variant)
    {
        var mocks = await Create(variant);
        Assert.All(mocks.Resources.Where(resource => resource.Type is "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), rule =>
        {
            Assert.NotNull(rule.Inputs["cidrIpv4"]);
            Assert.False(((string)rule.Inputs["cidrIpv4"]!).EndsWith("/0", StringComparison.Ordinal), rule.Name);
            Assert.Null(rule.Inputs["cidrIpv6"]);
        });
        Assert.All(mocks.Resources.Where(resource => resource.Type is "aws:ec2/securityGroup:SecurityGroup" or "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"), group =>
        {
            Assert.Null(group.Inputs["ingress"]);
            Assert.Null(group.Inputs["egress"]);
        });
        Assert.Single(mocks.Resources, resource => resource.Type == "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task No_permission_is_for_everything_on_everything(int variant)
    {
        var policies = (await Create(variant)).Resources
            .SelectMany(resource => new[] { "policy", "assumeRolePolicy" }.Select(key => (resource.Name, Policy: resource.Inputs[key])))
            .Where(entry => entry.Policy is not null)
            .SelectMany(entry => JsonNode.Parse((string)entry.Policy!)!["Statement"]!.AsArray().Select(statement => (entry.Name, Statement: statement!)))
            .ToList();
        Assert.NotEmpty(policies);
        Assert.All(policies, entry =>
        {
            var actions = entry.Statement["Action"]!.AsArray().Select(action => (string)action!).ToList();
            Assert.DoesNotContain(actions, action => action == "*" || action.EndsWith(":*", StringComparison.Ordinal));
            Assert.NotEqual("*", (string?)(entry.Statement["Principal"] as JsonValue));
            // A key's own policy means the key by "*"; elsewhere only looking is allowed everywhere.
            var everywhere = entry.Statement["Resource"] is JsonArray resources && resources.Any(resource => (string?)resource == "*");
            if (everywhere && !entry.Name.EndsWith("-key", StringComparison.Ordinal))
                Assert.All(actions, action => Assert.Matches("^[a-z0-9]+:(Describe|Get|List)", action));
        });
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Managed_policies_are_those_that_each_role_needs(int variant)
    {
        var attachments = (await Create(variant)).Resources.Where(resource => resource.Type == "aws:iam/rolePolicyAttachment:RolePolicyAttachment").Select(resource => (string)resource.Inputs["policyArn"]!).Distinct();
        Assert.Equal(
            [
                "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly", "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
                "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy", "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy",
            ],
            attachments.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Every_volume_is_encrypted_and_every_node_hides_its_role_from_pods(int variant)
    {
        var templates = (await Create(variant)).Resources.Where(resource => resource.Type == "aws:ec2/launchTemplate:LaunchTemplate").Select(resource => resource.Inputs).ToList();
        Assert.NotEmpty(templates);
        Assert.All(templates, template =>
        {
            Assert.All(template["blockDeviceMappings"]!.AsArray(), mapping =>
            {
                Assert.Equal("gp3", (string?)mapping!["ebs"]!["volumeType"]);
                Assert.Equal("true", (string?)mapping["ebs"]!["encrypted"]);
                Assert.Equal("true", (string?)mapping["ebs"]!["deleteOnTermination"]);
            });
            Assert.Equal("required", (string?)template["metadataOptions"]!["httpTokens"]);
            Assert.Equal(1, (int?)(double?)template["metadataOptions"]!["httpPutResponseHopLimit"]);
            Assert.Equal(["instance", "network-interface", "volume"], template["tagSpecifications"]!.AsArray().Select(tags => (string)tags!["resourceType"]!).Order(StringComparer.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Logs_are_complete_encrypted_and_end_some_day(int variant)
    {
        var mocks = await Create(variant);
        var groups = mocks.Resources.Where(resource => resource.Type == "aws:cloudwatch/logGroup:LogGroup").Select(resource => resource.Inputs).ToList();
        Assert.Equal(["/aws/eks/clawdbot-prod/cluster", "/clawdbot/clawdbot-prod/flow-logs"], groups.Select(group => (string)group["name"]!).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.Equal("arn:test:eks-logs-key", (string?)group["kmsKeyId"]));
        Assert.All(groups, group => Assert.Equal(90, (int?)(double?)group["retentionInDays"]));
        Assert.Equal(5, mocks.Only("aws:eks/cluster:Cluster").Inputs["enabledClusterLogTypes"]!.AsArray().Count);
        Assert.Equal("ALL", (string?)mocks.Only("aws:ec2/flowLog:FlowLog").Inputs["trafficType"]);
        Assert.Equal("arn:test:eks-flow-logs", (string?)mocks.Only("aws:ec2/flowLog:FlowLog").Inputs["logDestination"]);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Keys_rotate_and_only_the_logs_key_knows_the_log_service(int variant)
    {
        var keys = (await Create(variant)).Resources.Where(resource => resource.Type == "aws:kms/key:Key").ToDictionary(resource => resource.Name, resource => resource.Inputs);
        Assert.Equal(["eks-logs-key", "eks-secrets-key"], keys.Keys.Order(StringComparer.Ordinal));
        Assert.All(keys.Values, key => Assert.True((bool?)key["enableKeyRotation"]));
        Assert.All(keys.Values, key => Assert.Equal(30, (int?)(double?)key["deletionWindowInDays"]));
        Assert.DoesNotContain("logs.eu-central-1", (string)keys["eks-secrets-key"]["policy"]!, StringComparison.Ordinal);
        Assert.Contains("\"kms:EncryptionContext:aws:logs:arn\":[\"arn:aws:logs:eu-central-1:123456789012:log-group:/aws/eks/clawdbot-prod/cluster\"", (string)keys["eks-logs-key"]["policy"]!, StringComparison.Ordinal);
    }

    /// <summary>The choices that change which objects there are.</summary>
    private static Task<RecordingMocks> Create(int variant) => Run.Program(() =>
    {
        var spec = variant switch
        {
            0 => NodeSpecs.Cluster,
            1 => NodeSpecs.Cluster with { Autoscaler = new NodeAutoscaler.ClusterAutoscaler(), PublicAccessCidrs = ["203.0.113.0/24"] },
            2 => NodeSpecs.Cluster with { Autoscaler = new NodeAutoscaler.Karpenter(), PrivateAccessCidrs = ["10.9.0.0/16"] },
            _ => NodeSpecs.Cluster with { FsxForLustre = true, ModelBucket = "models" },
        };
        var cluster = new EksCluster("eks", new EksClusterArgs { Spec = spec });
        _ = new StorageNodePool("storage", new StorageNodePoolArgs { Spec = NodeSpecs.Storage, ClusterName = cluster.ClusterName, NodeRoleArn = cluster.NodeRoleArn, SubnetIds = cluster.SubnetIdsOf(spec.Zones) });
        if (spec.Autoscaler is NodeAutoscaler.Karpenter)
            return;
        foreach (var family in new[] { NodeAmiFamily.AmazonLinux2023, NodeAmiFamily.Bottlerocket })
        {
            var nodes = NodeSpecs.Gpu with { Autoscaler = spec.Autoscaler, AmiFamily = family };
            _ = new GpuNodePool($"gpu-{family}", new GpuNodePoolArgs { Spec = nodes, ClusterName = cluster.ClusterName, NodeRoleArn = cluster.NodeRoleArn, SubnetIds = cluster.SubnetIdsOf(nodes.Zones) });
        }
    });
}
