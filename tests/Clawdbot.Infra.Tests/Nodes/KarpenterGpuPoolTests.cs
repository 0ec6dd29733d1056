using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Nodes;

public sealed class KarpenterGpuPoolTests
{
    private static readonly GpuNodePoolSpec Spec = NodeSpecs.Gpu with { Autoscaler = new NodeAutoscaler.Karpenter(), Maximum = 6 };

    [Fact]
    public async Task The_class_says_how_a_node_is_made()
    {
        var nodeClass = (await Create(Spec)).Only("kubernetes:karpenter.k8s.aws/v1:EC2NodeClass").Inputs;
        Assert.Equal("gpu-a10g", (string?)nodeClass["metadata"]!["name"]);
        AssertJson(
            """
            {"amiSelectorTerms":[{"alias":"al2023@v20260724"}],
             "blockDeviceMappings":[{"deviceName":"/dev/xvda","ebs":{"deleteOnTermination":true,"encrypted":true,"iops":3000,"throughput":500,"volumeSize":"200Gi","volumeType":"gp3"}}],
             "metadataOptions":{"httpEndpoint":"enabled","httpProtocolIPv6":"disabled","httpPutResponseHopLimit":1,"httpTokens":"required"},
             "role":"node-role","securityGroupSelectorTerms":[{"id":"sg-1"}],"subnetSelectorTerms":[{"tags":{"karpenter.sh/discovery":"clawdbot-prod"}}],
             "tags":{"Name":"clawdbot-prod-a10g","clawdbot.dev/cluster":"clawdbot-prod"}}
            """,
            nodeClass["spec"]);
    }

    [Fact]
    public async Task The_pool_says_which_nodes_there_may_be_and_when_they_go()
    {
        var pool = (await Create(Spec)).Only("kubernetes:karpenter.sh/v1:NodePool").Inputs;
        AssertJson(
            """
            {"disruption":{"budgets":[{"nodes":"1"}],"consolidateAfter":"900s","consolidationPolicy":"WhenEmpty"},
             "limits":{"nvidia.com/gpu":"6"},
             "template":{"metadata":{"labels":{"clawdbot.dev/gpu-sku":"a10g","nvidia.com/gpu.present":"true"}},
               "spec":{"expireAfter":"720h","nodeClassRef":{"group":"karpenter.k8s.aws","kind":"EC2NodeClass","name":"gpu-a10g"},
                 "requirements":[{"key":"node.kubernetes.io/instance-type","operator":"In","values":["g5.xlarge"]},
                   {"key":"topology.kubernetes.io/zone","operator":"In","values":["eu-central-1a","eu-central-1b","eu-central-1c"]},
                   {"key":"karpenter.sh/capacity-type","operator":"In","values":["on-demand"]}],
                 "taints":[{"effect":"NoSchedule","key":"nvidia.com/gpu","value":"present"}],"terminationGracePeriod":"750s"}}}
            """,
            pool["spec"]);
    }

    [Theory]
    [InlineData(true, "24")]
    [InlineData(false, "0")]
    public async Task Reserved_nodes_come_from_their_reservation_and_only_while_it_runs(bool active, string limit)
    {
        var mocks = await Create(NodeSpecs.Block with { Autoscaler = new NodeAutoscaler.Karpenter(), AmiFamily = NodeAmiFamily.Bottlerocket, Capacity = new GpuCapacity.CapacityBlock("cr-0123456789abcdef0", "eu-central-1b", active) });
        var nodeClass = mocks.Only("kubernetes:karpenter.k8s.aws/v1:EC2NodeClass").Inputs["spec"]!;
        AssertJson("""[{"id":"cr-0123456789abcdef0"}]""", nodeClass["capacityReservationSelectorTerms"]);
        AssertJson("""[{"alias":"bottlerocket@v1.57.0"}]""", nodeClass["amiSelectorTerms"]);
        Assert.Equal(2, nodeClass["blockDeviceMappings"]!.AsArray().Count);
        var pool = mocks.Only("kubernetes:karpenter.sh/v1:NodePool").Inputs["spec"]!;
        AssertJson("""["reserved"]""", pool["template"]!["spec"]!["requirements"]![2]!["values"]);
        Assert.Equal(limit, (string?)pool["limits"]!["nvidia.com/gpu"]);
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => New(NodeSpecs.Gpu)));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static KarpenterGpuPool New(GpuNodePoolSpec spec) => new("gpu", new KarpenterGpuPoolArgs { Spec = spec, NodeRoleName = "node-role", SecurityGroupId = "sg-1" });

    private static Task<RecordingMocks> Create(GpuNodePoolSpec spec) => Run.Program(() => New(spec));

    private static void AssertJson(string expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Normal(actual)), actual?.ToJsonString());

    /// <summary>The engine knows one kind of number, and keeps no order of keys.</summary>
    private static JsonNode? Normal(JsonNode? node) => node is null ? null : JsonNode.Parse(System.Text.RegularExpressions.Regex.Replace(node.ToJsonString(), @"(?<=\d)\.0(?=[,}\]])", ""));
}
