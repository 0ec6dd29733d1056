using Pulumi.Generator.Rules;
using Pulumi.Generator.Schema;
using Pulumi.Generator.TypeScript;

namespace Pulumi.Generator.Tests.Schema;

public sealed class TypeMapperTests
{
    [Theory]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<string | undefined>", "Input<string>")]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<number>", "Input<int>")]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<pulumi.Input<string>[]>", "InputList<string>")]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<{ [key: string]: pulumi.Input<pulumi.Input<string>[]>; }>", "InputMap<ImmutableArray<string>>")]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<{ [key: string]: any; }>", "InputMap<object>")]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<inputs.ec2.Tag>", "Input<Pulumi.Aws.Ec2.Inputs.TagArgs>")]
    [InlineData("aws", TypeUse.State, "pulumi.Input<inputs.ec2.Tag>", "Input<Pulumi.Aws.Ec2.Inputs.TagGetArgs>")]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<string | enums.ec2.Tenancy>", "InputUnion<string, Pulumi.Aws.Ec2.Tenancy>")]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<enums.ec2.Tenancy>", "Input<Pulumi.Aws.Ec2.Tenancy>")]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<string | inputs.A | inputs.B>", "object")]
    [InlineData("aws", TypeUse.Input, "pulumi.Input<string | pulumi.Input<string>[] | undefined>", "InputUnion<string, ImmutableArray<string>>")]
    [InlineData("aws", TypeUse.Output, "pulumi.Output<string | enums.ec2.Tenancy>", "string")]
    [InlineData("aws", TypeUse.Output, "pulumi.Output<outputs.ec2.Tag[]>", "ImmutableArray<Pulumi.Aws.Ec2.Outputs.Tag>")]
    [InlineData("aws", TypeUse.Plain, "inputs.GetZonesFilter[]", "List<Pulumi.Aws.Inputs.GetZonesFilterArgs>")]
    [InlineData("aws", TypeUse.InvokeInput, "pulumi.Input<pulumi.Input<inputs.GetZonesFilterArgs>[]>", "InputList<Pulumi.Aws.Inputs.GetZonesFilterInputArgs>")]
    [InlineData("aws", TypeUse.Result, "outputs.GetZonesFilter[]", "ImmutableArray<Pulumi.Aws.Outputs.GetZonesFilterResult>")]
    [InlineData("kubernetes", TypeUse.Input, "pulumi.Input<number | string>", "InputUnion<int, string>")]
    [InlineData("kubernetes", TypeUse.Output, "number | string", "Union<int, string>")]
    [InlineData("kubernetes", TypeUse.Input, "pulumi.Input<\"v1\" | undefined>", "Input<string>")]
    [InlineData("kubernetes", TypeUse.Input, "pulumi.Input<inputs.core.v1.PodSpec>", "Input<Pulumi.Kubernetes.Types.Inputs.Core.V1.PodSpecArgs>")]
    [InlineData("kubernetes", TypeUse.Output, "outputs.core.v1.PodSpec", "Pulumi.Kubernetes.Types.Outputs.Core.V1.PodSpec")]
    [InlineData("kubernetes", TypeUse.Input, "pulumi.Input<inputs.KubeClientSettings>", "Input<Pulumi.Kubernetes.Types.Inputs.Provider.KubeClientSettingsArgs>")]
    [InlineData("kubernetes", TypeUse.Input, "pulumi.Input<pulumi.Input<pulumi.asset.Asset | pulumi.asset.Archive>[]>", "InputList<AssetOrArchive>")]
    [InlineData("kubernetes", TypeUse.Input, "pulumi.Input<pulumi.asset.Archive>", "Input<Archive>")]
    public void A_type_becomes_the_official_one(string package, TypeUse use, string type, string expected)
    {
        Assert.Equal(expected, Map(package, "T.m", type, use).Text);
    }

    [Fact]
    public void Corrections_tell_doubles_and_documents_from_whole_numbers_and_objects()
    {
        Assert.Equal("Input<double>", Map("aws", "T.fraction", "pulumi.Input<number>", TypeUse.Input).Text);
        Assert.Equal("double", Map("aws", "T.fraction", "number", TypeUse.Output).Text);
        Assert.Equal("InputJson", Map("aws", "T.document", "any | undefined", TypeUse.Input).Text);
        Assert.Equal("System.Text.Json.JsonElement", Map("aws", "T.document", "any", TypeUse.Output).Text);
    }

    [Theory]
    [InlineData("pulumi.Input<Mystery>", "T.m: the generator does not know the type 'Mystery'.")]
    [InlineData("pulumi.Input<outputs.A>", "T.m: the generator does not know the type 'outputs.A'.")]
    public void Rejects_types_that_it_does_not_know(string type, string message)
    {
        var error = Assert.Throws<GeneratorException>(() => Map("aws", "T.m", type, TypeUse.Input));
        Assert.Equal(message, error.Message);
    }

    private static PropertyType Map(string package, string member, string type, TypeUse use)
    {
        var corrections = Corrections.Parse("corrections", "double aws T.fraction\njson aws T.document");
        var mapper = new TypeMapper(PackageRules.All.Single(rules => rules.Name == package), corrections);
        return mapper.Map(null, member, TypeParser.Read(new TokenReader("a.d.ts", type)), use);
    }
}
