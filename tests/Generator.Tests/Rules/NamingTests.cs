using Pulumi.Generator.Rules;

namespace Pulumi.Generator.Tests.Rules;

public sealed class NamingTests
{
    [Theory]
    [InlineData("name", "Name")]
    [InlineData("podCIDRs", "PodCIDRs")]
    [InlineData("hostIP", "HostIP")]
    [InlineData("$ref", "Ref")]
    [InlineData("$schema", "Schema")]
    [InlineData("x_kubernetes_list_type", "X_kubernetes_list_type")]
    [InlineData("content-type", "Contenttype")]
    [InlineData("Statement", "Statement")]
    public void A_property_is_the_wire_name_with_a_capital(string wireName, string name)
    {
        Assert.Equal(name, Naming.Property(wireName));
    }

    [Theory]
    [InlineData("namespace", "@namespace")]
    [InlineData("operator", "@operator")]
    [InlineData("name", "name")]
    [InlineData("$ref", "@ref")]
    public void A_parameter_that_is_a_keyword_is_escaped(string wireName, string name)
    {
        Assert.Equal(name, Naming.Parameter(wireName));
    }

    [Theory]
    [InlineData("kubernetes", "core/v1", "Core.V1")]
    [InlineData("kubernetes", "admissionregistration/v1beta1", "AdmissionRegistration.V1Beta1")]
    [InlineData("kubernetes", "storage.v1alpha1", "Storage.V1Alpha1")]
    [InlineData("kubernetes", "autoscaling/v2", "Autoscaling.V2")]
    [InlineData("aws", "autoscaling", "AutoScaling")]
    [InlineData("aws", "cloudwatch", "CloudWatch")]
    [InlineData("aws", "ec2", "Ec2")]
    [InlineData("docker", "", "")]
    public void A_module_has_the_name_of_the_official_namespace(string package, string module, string name)
    {
        Assert.Equal(name, Naming.Module(PackageRules.All.Single(rules => rules.Name == package), module));
    }
}
