using System.Collections.Immutable;
using Pulumi.Aws;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Generator.Tests.Providers;

public sealed class AwsResourceTests
{
    [Fact]
    public async Task A_node_group_sends_whole_numbers()
    {
        var group = await RecordingMocks.RegisteredAsync("gpu", () => _ = new NodeGroup("gpu", new NodeGroupArgs
        {
            ClusterName = "main",
            NodeRoleArn = "arn:aws:iam::123456789012:role/node",
            SubnetIds = { "subnet-1" },
            ScalingConfig = new NodeGroupScalingConfigArgs { DesiredSize = 0, MinSize = 0, MaxSize = 4 },
        }));
        Assert.Equal("aws:eks/nodeGroup:NodeGroup", group.Type);
        Assert.Equal(4.0, group.At("scalingConfig", "maxSize"));
        Assert.Equal("subnet-1", group.At("subnetIds", 0));
    }

    [Fact]
    public async Task A_launch_template_sends_fractions()
    {
        var template = await RecordingMocks.RegisteredAsync("nodes", () => _ = new LaunchTemplate("nodes", new LaunchTemplateArgs
        {
            InstanceRequirements = new LaunchTemplateInstanceRequirementsArgs
            {
                MemoryMib = new LaunchTemplateInstanceRequirementsMemoryMibArgs { Min = 1024 },
                MemoryGibPerVcpu = new LaunchTemplateInstanceRequirementsMemoryGibPerVcpuArgs { Min = 1.5 },
                VcpuCount = new LaunchTemplateInstanceRequirementsVcpuCountArgs { Min = 2 },
            },
        }));
        Assert.Equal("aws:ec2/launchTemplate:LaunchTemplate", template.Type);
        Assert.Equal(1.5, template.At("instanceRequirements", "memoryGibPerVcpu", "min"));
    }

    [Fact]
    public async Task A_role_policy_takes_the_name_of_a_role_and_a_text()
    {
        var policy = await RecordingMocks.RegisteredAsync("read", () => _ = new Aws.Iam.RolePolicy("read", new Aws.Iam.RolePolicyArgs { Role = "node", Policy = "{}" }));
        Assert.Equal("aws:iam/rolePolicy:RolePolicy", policy.Type);
        Assert.Equal(("node", "{}"), (policy.At("role"), policy.At("policy")));
    }

    [Theory]
    [InlineData("bucket")]
    public async Task Members_that_cannot_have_their_class_name_keep_their_wire_name(string wireName)
    {
        var bucket = await RecordingMocks.RegisteredAsync("weights", () => _ = new Aws.S3.Bucket("weights", new Aws.S3.BucketArgs { BucketName = "w" }));
        Assert.Equal(("aws:s3/bucket:Bucket", "w"), (bucket.Type, bucket.At(wireName)));
    }

    [Fact]
    public async Task A_function_asks_with_its_token_and_reads_the_answer()
    {
        string? token = null;
        ImmutableDictionary<string, object>? asked = null;
        var mocks = new RecordingMocks
        {
            Answer = call =>
            {
                (token, asked) = (call.Token, call.Args);
                return new Dictionary<string, object> { ["names"] = new[] { "eu-west-1a", "eu-west-1b" }, ["id"] = "eu-west-1" };
            },
        };
        var names = ImmutableArray<string>.Empty;
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, async () =>
        {
            var zones = GetAvailabilityZones.Invoke(new GetAvailabilityZonesInvokeArgs { State = "available" });
            names = await OutputUtilities.GetValueAsync(zones.Apply(zone => zone.Names));
        });
        Assert.Equal("aws:index/getAvailabilityZones:getAvailabilityZones", token);
        Assert.Equal("available", asked!["state"]);
        Assert.Equal(["eu-west-1a", "eu-west-1b"], names.AsEnumerable());
    }
}
