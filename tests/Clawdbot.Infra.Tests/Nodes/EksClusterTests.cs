using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Nodes;

/// <summary>What a made cluster looks like; the rules that hold for every variant are in <see cref="EksClusterSecurityTests"/>.</summary>
public sealed class EksClusterTests
{
    [Fact]
    public async Task The_api_is_private_and_everything_about_the_cluster_is_stated()
    {
        var cluster = (await Create(NodeSpecs.Cluster)).Only("aws:eks/cluster:Cluster").Inputs;

        AssertJson("""{"authenticationMode":"API","bootstrapClusterCreatorAdminPermissions":false}""", cluster["accessConfig"]);
        AssertJson("""["api","audit","authenticator","controllerManager","scheduler"]""", cluster["enabledClusterLogTypes"]);
        AssertJson("""{"provider":{"keyArn":"arn:test:eks-secrets-key"},"resources":["secrets"]}""", cluster["encryptionConfig"]);
        AssertJson("""{"endpointPrivateAccess":true,"endpointPublicAccess":false,"subnetIds":["eks-private-eu-central-1a-id","eks-private-eu-central-1b-id","eks-private-eu-central-1c-id"]}""", cluster["vpcConfig"]);
        AssertJson("""{"ipFamily":"ipv4","serviceIpv4Cidr":"172.20.0.0/16"}""", cluster["kubernetesNetworkConfig"]);
        Assert.Equal("1.35", (string?)cluster["version"]);
        Assert.Equal("arn:test:eks-role", (string?)cluster["roleArn"]);
        Assert.True((bool?)cluster["deletionProtection"]);
        Assert.False((bool?)cluster["bootstrapSelfManagedAddons"]);
    }

    [Fact]
    public async Task The_api_opens_only_to_the_sources_given()
    {
        var mocks = await Create(NodeSpecs.Cluster with { PublicAccessCidrs = ["203.0.113.0/24"], PrivateAccessCidrs = ["10.9.0.0/16"] });

        var network = mocks.Only("aws:eks/cluster:Cluster").Inputs["vpcConfig"]!;
        Assert.True((bool?)network["endpointPublicAccess"]);
        AssertJson("""["203.0.113.0/24"]""", network["publicAccessCidrs"]);
        AssertJson("""["eks-api-id"]""", network["securityGroupIds"]);
        var rule = Named(mocks, "eks-api-10.9.0.0-16");
        Assert.Equal("10.9.0.0/16", (string?)rule["cidrIpv4"]);
        Assert.Equal(443, (int?)(double?)rule["fromPort"]);
        Assert.Equal(443, (int?)(double?)rule["toPort"]);
    }

    [Fact]
    public async Task Nodes_live_in_private_subnets_of_three_zones_with_a_way_out_in_each()
    {
        var mocks = await Create(NodeSpecs.Cluster);

        Assert.Equal(["10.64.0.0/18", "10.64.64.0/18", "10.64.128.0/18"], Subnets("eks-private-").Select(subnet => (string?)subnet["cidrBlock"]));
        Assert.Equal(["10.64.192.0/20", "10.64.208.0/20", "10.64.224.0/20"], Subnets("eks-public-").Select(subnet => (string?)subnet["cidrBlock"]));
        Assert.Equal(NodeSpecs.Cluster.Zones, Subnets("eks-private-").Select(subnet => (string)subnet["availabilityZone"]!));
        Assert.All(Subnets("eks-"), subnet => Assert.False((bool?)subnet["mapPublicIpOnLaunch"]));
        Assert.All(Subnets("eks-private-"), subnet => Assert.Equal("1", (string?)subnet["tags"]!["kubernetes.io/role/internal-elb"]));
        Assert.All(NodeSpecs.Cluster.Zones, zone =>
        {
            Assert.Equal($"eks-nat-{zone}-id", (string?)Named(mocks, $"eks-private-route-{zone}")["natGatewayId"]);
            Assert.Equal($"eks-public-{zone}-id", (string?)Named(mocks, $"eks-nat-{zone}")["subnetId"]);
        });
        Assert.DoesNotContain(Subnets("eks-private-"), subnet => subnet["tags"]!["karpenter.sh/discovery"] is not null);

        IEnumerable<JsonObject> Subnets(string prefix) => mocks.Resources.Where(resource => resource.Type == "aws:ec2/subnet:Subnet" && resource.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(resource => resource.Inputs);
    }

    [Theory]
    [InlineData(0, "ec2 ecr.api ecr.dkr eks eks-auth logs s3 sts")]
    [InlineData(1, "autoscaling ec2 ecr.api ecr.dkr eks eks-auth logs s3 sts")]
    [InlineData(2, "ec2 ecr.api ecr.dkr eks eks-auth logs s3 sqs ssm sts")]
    public async Task The_services_that_nodes_call_are_reached_inside_the_network(int autoscaler, string services)
    {
        NodeAutoscaler[] choices = [new NodeAutoscaler.None(), new NodeAutoscaler.ClusterAutoscaler(), new NodeAutoscaler.Karpenter()];
        var endpoints = (await Create(NodeSpecs.Cluster with { Autoscaler = choices[autoscaler] })).Resources.Where(resource => resource.Type == "aws:ec2/vpcEndpoint:VpcEndpoint").Select(resource => resource.Inputs).ToList();
        Assert.Equal(services, string.Join(' ', endpoints.Select(endpoint => ((string)endpoint["serviceName"]!)["com.amazonaws.eu-central-1.".Length..]).Order(StringComparer.Ordinal)));
        var gateway = Assert.Single(endpoints, endpoint => (string?)endpoint["vpcEndpointType"] == "Gateway");
        Assert.Equal(3, gateway["routeTableIds"]!.AsArray().Count);
        Assert.All(endpoints.Where(endpoint => endpoint != gateway), endpoint =>
        {
            Assert.True((bool?)endpoint["privateDnsEnabled"]);
            Assert.Equal(3, endpoint["subnetIds"]!.AsArray().Count);
            AssertJson("""["eks-endpoints-id"]""", endpoint["securityGroupIds"]);
        });
    }

    [Fact]
    public async Task Add_ons_bring_network_policies_node_monitoring_and_roles_of_their_own()
    {
        var mocks = await Create(NodeSpecs.Cluster with { FsxForLustre = true, ModelBucket = "models", AddOnVersions = ImmutableSortedDictionary<string, string>.Empty.Add("coredns", "v1.12.4-eksbuild.1") });

        var addOns = mocks.Resources.Where(resource => resource.Type == "aws:eks/addon:Addon").ToDictionary(resource => (string)resource.Inputs["addonName"]!, resource => resource.Inputs);
        Assert.Equal(
            ["aws-ebs-csi-driver", "aws-fsx-csi-driver", "aws-mountpoint-s3-csi-driver", "coredns", "eks-node-monitoring-agent", "eks-pod-identity-agent", "kube-proxy", "metrics-server", "vpc-cni"],
            addOns.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("""{"enableNetworkPolicy":"true"}""", (string?)addOns["vpc-cni"]["configurationValues"]);
        Assert.Equal("v1.12.4-eksbuild.1", (string?)addOns["coredns"]["addonVersion"]);
        Assert.Null(addOns["vpc-cni"]["addonVersion"]);
        AssertJson("""[{"roleArn":"arn:test:eks-vpc-cni-role","serviceAccount":"aws-node"}]""", addOns["vpc-cni"]["podIdentityAssociations"]);
        AssertJson("""[{"roleArn":"arn:test:eks-aws-ebs-csi-driver-role","serviceAccount":"ebs-csi-controller-sa"}]""", addOns["aws-ebs-csi-driver"]["podIdentityAssociations"]);
        var reader = JsonNode.Parse((string)Named(mocks, "eks-aws-mountpoint-s3-csi-driver-permission")["policy"]!)!["Statement"]!;
        AssertJson("""["s3:GetObject"]""", reader[1]!["Action"]);
        AssertJson("""["arn:aws:s3:::models/*"]""", reader[1]!["Resource"]);
    }

    [Fact]
    public async Task Only_the_named_principals_get_in()
    {
        var mocks = await Create(NodeSpecs.Cluster with { Viewers = ["arn:aws:iam::123456789012:role/support"] });

        Assert.Equal([NodeSpecs.Administrator, "arn:aws:iam::123456789012:role/support"], mocks.Resources.Where(resource => resource.Type == "aws:eks/accessEntry:AccessEntry").Select(resource => (string?)resource.Inputs["principalArn"]));
        Assert.Equal("arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", (string?)Named(mocks, "eks-admin-123456789012-role-platform-admin-policy")["policyArn"]);
        var viewer = Named(mocks, "eks-viewer-123456789012-role-support-policy");
        Assert.Equal("arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy", (string?)viewer["policyArn"]);
        AssertJson("""{"type":"cluster"}""", viewer["accessScope"]);
    }

    [Fact]
    public async Task A_workload_gets_the_permissions_of_its_service_account()
    {
        var identity = new PodIdentitySpec("etcd-backup", "clawdbot-etcd", "etcd-backup", [new IamStatement("Write", ["s3:PutObject"], ["arn:aws:s3:::backups/*"])]);
        var mocks = await Run.Program(() => _ = new EksCluster("eks", new EksClusterArgs { Spec = NodeSpecs.Cluster, PodIdentities = [identity] }));

        var association = mocks.Only("aws:eks/podIdentityAssociation:PodIdentityAssociation").Inputs;
        Assert.Equal("clawdbot-etcd", (string?)association["namespace"]);
        Assert.Equal("etcd-backup", (string?)association["serviceAccount"]);
        Assert.Equal("arn:test:eks-etcd-backup-role", (string?)association["roleArn"]);
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"AssumeByPodIdentity","Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession"],"Condition":{"StringEquals":{"aws:SourceAccount":"123456789012","aws:RequestTag/eks-cluster-name":"clawdbot-prod","aws:RequestTag/kubernetes-namespace":"clawdbot-etcd","aws:RequestTag/kubernetes-service-account":"etcd-backup"}}}]}""",
            (string?)Named(mocks, "eks-etcd-backup-role")["assumeRolePolicy"]);
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"Write","Effect":"Allow","Action":["s3:PutObject"],"Resource":["arn:aws:s3:::backups/*"]}]}""",
            (string?)Named(mocks, "eks-etcd-backup-permission")["policy"]);
    }

    [Fact]
    public async Task Karpenter_gets_a_queue_a_role_for_its_nodes_and_subnets_to_find()
    {
        EksCluster? cluster = null;
        var mocks = await Run.Program(() => cluster = new EksCluster("eks", new EksClusterArgs { Spec = NodeSpecs.Cluster with { Autoscaler = new NodeAutoscaler.Karpenter() } }));

        Assert.Equal("clawdbot-prod", (string?)mocks.Only("aws:sqs/queue:Queue").Inputs["name"]);
        Assert.True((bool?)mocks.Only("aws:sqs/queue:Queue").Inputs["sqsManagedSseEnabled"]);
        Assert.Equal("EC2_LINUX", (string?)Named(mocks, "eks-karpenter-nodes")["type"]);
        Assert.Equal(5, mocks.Resources.Count(resource => resource.Type == "aws:cloudwatch/eventRule:EventRule"));
        Assert.All(mocks.Resources.Where(resource => resource.Type == "aws:cloudwatch/eventTarget:EventTarget"), target => Assert.Equal("arn:test:eks-karpenter-interruptions", (string?)target.Inputs["arn"]));
        Assert.Equal("clawdbot-prod", (string?)Named(mocks, "eks-private-eu-central-1a")["tags"]!["karpenter.sh/discovery"]);
        Assert.Equal("eks-karpenter-node-role-name", await OutputUtilities.GetValueAsync(cluster!.KarpenterNodeRoleName));
        var policy = (string)Named(mocks, "eks-karpenter-permission")["policy"]!;
        Assert.Contains("\"Resource\":[\"arn:test:eks-karpenter-node-role\"]", policy, StringComparison.Ordinal);
        // IAM takes no more in the policies of one role.
        Assert.InRange(policy.Length, 1, 10240);
    }

    [Fact]
    public async Task Cluster_autoscaler_may_scale_the_groups_of_this_cluster_only()
    {
        var mocks = await Create(NodeSpecs.Cluster with { Autoscaler = new NodeAutoscaler.ClusterAutoscaler() });
        var scale = JsonNode.Parse((string)Named(mocks, "eks-cluster-autoscaler-permission")["policy"]!)!["Statement"]![2]!;
        AssertJson("""{"StringEquals":{"aws:ResourceTag/k8s.io/cluster-autoscaler/clawdbot-prod":"owned"}}""", scale["Condition"]);
        Assert.Equal("cluster-autoscaler", (string?)mocks.Only("aws:eks/podIdentityAssociation:PodIdentityAssociation").Inputs["serviceAccount"]);
    }

    [Fact]
    public async Task System_nodes_take_three_zones_and_no_taint()
    {
        var group = (await Create(NodeSpecs.Cluster)).Only("aws:eks/nodeGroup:NodeGroup").Inputs;
        AssertJson("""{"desiredSize":3,"maxSize":3,"minSize":3}""", group["scalingConfig"]);
        AssertJson("""["m7i.xlarge"]""", group["instanceTypes"]);
        AssertJson("""{"id":"eks-system-nodes-template-id","version":"7"}""", group["launchTemplate"]);
        Assert.Equal(3, group["subnetIds"]!.AsArray().Count);
        Assert.Null(group["taints"]);
    }

    [Fact]
    public async Task The_kubeconfig_asks_aws_for_a_token_and_waits_for_access_and_nodes()
    {
        EksCluster? cluster = null;
        await Run.Program(() => cluster = new EksCluster("eks", new EksClusterArgs { Spec = NodeSpecs.Cluster }));

        var config = JsonNode.Parse(await OutputUtilities.GetValueAsync(cluster!.Kubeconfig))!;
        Assert.Equal("https://api.example", (string?)config["clusters"]![0]!["cluster"]!["server"]);
        Assert.Equal("Q0E=", (string?)config["clusters"]![0]!["cluster"]!["certificate-authority-data"]);
        AssertJson("""["eks","get-token","--cluster-name","clawdbot-prod","--region","eu-central-1","--output","json"]""", config["users"]![0]!["user"]!["exec"]!["args"]);
        var waitsFor = (await OutputUtilities.GetDependenciesAsync(cluster.Kubeconfig)).Select(resource => resource.GetResourceName()).ToList();
        Assert.Superset(new HashSet<string> { "eks-admin-123456789012-role-platform-admin-policy", "eks-system-nodes", "eks-coredns" }, waitsFor.ToHashSet());
        var joining = (await OutputUtilities.GetDependenciesAsync(cluster.NodeRoleArn)).Select(resource => resource.GetResourceName());
        Assert.Superset(new HashSet<string> { "eks-vpc-cni", "eks-kube-proxy", "eks-eks-pod-identity-agent", "eks-private-route-eu-central-1a" }, joining.ToHashSet());
        Assert.Equal("sg-cluster", await OutputUtilities.GetValueAsync(cluster.SecurityGroupId));
        Assert.Equal("", await OutputUtilities.GetValueAsync(cluster.KarpenterNodeRoleName));
        Assert.Equal("eks-private-eu-central-1b-id", Assert.Single(await OutputUtilities.GetValueAsync(cluster.SubnetIdsOf(["eu-central-1b"]))));
        Assert.Equal("No subnet in zone 'eu-central-1z' here; there are: eu-central-1a, eu-central-1b, eu-central-1c. (Parameter 'zones')", Assert.Throws<ArgumentException>(() => cluster.SubnetIdsOf(["eu-central-1z"])).Message);
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => new EksCluster("eks", new EksClusterArgs { Spec = NodeSpecs.Cluster with { Administrators = [] } })));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal));
    }

    private static Task<RecordingMocks> Create(EksClusterSpec spec) => Run.Program(() => _ = new EksCluster("eks", new EksClusterArgs { Spec = spec }));

    private static JsonObject Named(RecordingMocks mocks, string name) => Assert.Single(mocks.Resources, resource => resource.Name == name).Inputs;

    private static void AssertJson(string expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(Normal(JsonNode.Parse(expected)), Normal(actual)), actual?.ToJsonString());

    /// <summary>The engine knows one kind of number.</summary>
    private static JsonNode? Normal(JsonNode? node) => node is null ? null : JsonNode.Parse(node.ToJsonString().Replace(".0,", ",", StringComparison.Ordinal).Replace(".0}", "}", StringComparison.Ordinal));
}
