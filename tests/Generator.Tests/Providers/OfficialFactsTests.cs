using System.Reflection;
using Pulumi.Aws;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;
using Pulumi.Kubernetes.Types.Inputs.Provider;

namespace Pulumi.Generator.Tests.Providers;

/// <summary>Facts that no recorded list holds, read in the public sources of the official packages (github.com/pulumi, sdk/dotnet of each).</summary>
public sealed class OfficialFactsTests
{
    [Theory]
    [InlineData(typeof(LaunchTemplateInstanceRequirementsMemoryGibPerVcpuArgs), "Max", "Input`1[System.Double]")]
    [InlineData(typeof(LaunchTemplateInstanceRequirementsMemoryMibArgs), "Max", "Input`1[System.Int32]")]
    [InlineData(typeof(NodeGroupArgs), "ScalingConfig", "Input`1[Pulumi.Aws.Eks.Inputs.NodeGroupScalingConfigArgs]")]
    [InlineData(typeof(NodeGroupState), "ScalingConfig", "Input`1[Pulumi.Aws.Eks.Inputs.NodeGroupScalingConfigGetArgs]")]
    [InlineData(typeof(RolePolicyArgs), "Role", "Input`1[System.String]")]
    [InlineData(typeof(RolePolicyArgs), "Policy", "InputUnion`2[System.String,Pulumi.Aws.Iam.Inputs.PolicyDocumentArgs]")]
    [InlineData(typeof(RolePolicyState), "Policy", "InputUnion`2[System.String,Pulumi.Aws.Iam.Inputs.PolicyDocumentGetArgs]")]
    [InlineData(typeof(PolicyArgs), "PolicyDocument", "InputUnion`2[System.String,Pulumi.Aws.Iam.Inputs.PolicyDocumentArgs]")]
    [InlineData(typeof(Aws.AutoScaling.TagArgs), "TagDetails", "Input`1[Pulumi.Aws.AutoScaling.Inputs.TagTagArgs]")]
    [InlineData(typeof(Aws.S3.BucketArgs), "BucketName", "Input`1[System.String]")]
    [InlineData(typeof(Aws.Iam.Inputs.PolicyStatementArgs), "Resource", "InputUnion`2[System.String,System.Collections.Immutable.ImmutableArray`1[System.String]]")]
    [InlineData(typeof(Aws.Iam.Inputs.PolicyStatementArgs), "Principal", "System.Object")]
    [InlineData(typeof(PlacementGroupArgs), "Strategy", "InputUnion`2[System.String,Pulumi.Aws.Ec2.PlacementStrategy]")]
    [InlineData(typeof(Aws.ProviderArgs), "DefaultTags", "Input`1[Pulumi.Aws.Inputs.ProviderDefaultTagsArgs]")]
    [InlineData(typeof(GetAvailabilityZonesArgs), "ExcludeNames", "System.Collections.Generic.List`1[System.String]")]
    [InlineData(typeof(GetAvailabilityZonesArgs), "Filters", "System.Collections.Generic.List`1[Pulumi.Aws.Inputs.GetAvailabilityZonesFilterArgs]")]
    [InlineData(typeof(GetAvailabilityZonesInvokeArgs), "Filters", "InputList`1[Pulumi.Aws.Inputs.GetAvailabilityZonesFilterInputArgs]")]
    [InlineData(typeof(KubeClientSettingsArgs), "Burst", "Input`1[System.Int32]")]
    [InlineData(typeof(KubeClientSettingsArgs), "Qps", "Input`1[System.Double]")]
    [InlineData(typeof(HelmReleaseSettingsArgs), "Driver", "Input`1[System.String]")]
    public void A_member_has_the_official_type(Type type, string member, string expected)
    {
        var actual = type.GetProperty(member)?.PropertyType.ToString();
        Assert.Equal(expected, actual?.Replace("Pulumi.Input", "Input", StringComparison.Ordinal));
    }

    [Fact]
    public void Args_of_kubernetes_can_be_derived_from_and_args_elsewhere_cannot()
    {
        Assert.False(typeof(KubeClientSettingsArgs).IsSealed);
        Assert.True(typeof(NodeGroupArgs).IsSealed);
        Assert.True(typeof(Kubernetes.ProviderArgs).IsSealed);
    }

    [Theory]
    [InlineData(typeof(Pulumi.Kubernetes.Apps.V1.Deployment), true)]
    [InlineData(typeof(Pulumi.Kubernetes.Helm.V3.Release), true)]
    [InlineData(typeof(NodeGroup), false)]
    [InlineData(typeof(Vpc), true)]
    public void The_constructor_needs_args_only_where_an_input_is_required(Type type, bool optional)
    {
        var constructor = Assert.Single(type.GetConstructors(), one => one.GetParameters()[1].ParameterType.Name.EndsWith("Args", StringComparison.Ordinal));
        Assert.Equal(optional, constructor.GetParameters()[1].HasDefaultValue);
    }

    [Theory]
    [InlineData(typeof(NodeGroup), "aws:eks/nodeGroup:NodeGroup", "7.48.0")]
    [InlineData(typeof(Pulumi.Kubernetes.Rbac.V1.Role), "kubernetes:rbac.authorization.k8s.io/v1:Role", "4.32.0")]
    [InlineData(typeof(Pulumi.Kubernetes.Networking.V1.NetworkPolicy), "kubernetes:networking.k8s.io/v1:NetworkPolicy", "4.32.0")]
    [InlineData(typeof(Pulumi.Docker.Image), "docker:index/image:Image", "5.1.0")]
    [InlineData(typeof(Pulumi.Random.RandomId), "random:index/randomId:RandomId", "4.21.1")]
    public void A_resource_carries_its_token_and_the_version_of_its_package(Type type, string token, string version)
    {
        var attribute = type.GetCustomAttribute<ResourceTypeAttribute>();
        Assert.Equal((token, version), (attribute?.Type, attribute?.Version));
    }
}
