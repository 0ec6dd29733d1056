using System.Reflection;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;

namespace Clawdbot.Infra.Tests.Conventions;

/// <summary>Every component has the shape and the cast that docs and reviewers rely on.</summary>
public sealed class ComponentShapeTests
{
    private static Type[] Types { get; } = typeof(ModelPool).Assembly.GetTypes();

    public static TheoryData<string> Components { get; } = new(Types.Where(type => typeof(ComponentResource).IsAssignableFrom(type)).Select(type => type.FullName!));

    [Fact]
    public void There_are_components_to_check() => Assert.True(Components.Count >= 5);

    [Theory]
    [MemberData(nameof(Components))]
    public void Is_sealed_with_a_token_of_its_concept(string component)
    {
        var type = Component(component);
        var concept = type.Namespace!["Clawdbot.Infra.".Length..];
        Assert.True(type.IsSealed);
        Assert.Equal($"clawdbot:{char.ToLowerInvariant(concept[0])}{concept[1..]}:{type.Name}", type.GetField("Token")?.GetRawConstantValue());
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void Has_the_one_constructor(string component)
    {
        var type = Component(component);
        var parameters = Assert.Single(type.GetConstructors()).GetParameters();
        Assert.Equal(["name", "args", "options"], parameters.Select(parameter => parameter.Name));
        Assert.Equal([typeof(string), Cast(type, "Args"), typeof(ComponentResourceOptions)], parameters.Select(parameter => parameter.ParameterType));
        Assert.True(parameters[2].HasDefaultValue);
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void Has_its_cast_in_its_folder(string component)
    {
        var type = Component(component);
        Assert.True(Cast(type, "Args") is { IsSealed: true } args && typeof(ResourceArgs).IsAssignableFrom(args));
        Assert.All(["Rules", "Defaults"], role => Assert.True(Cast(type, role) is { IsAbstract: true, IsSealed: true }, $"{type.Name}{role} must be a static class"));
        var concept = type.Namespace!["Clawdbot.Infra.".Length..];
        Assert.All(["", "Args", "Rules", "Defaults"], role => Assert.True(File.Exists(Path.Combine(Repository.Root, "infra", concept, $"{type.Name}{role}.cs"))));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void Has_outputs_and_registers_them_last(string component)
    {
        var type = Component(component);
        Assert.Contains(type.GetProperties(), property => property.GetCustomAttribute<OutputAttribute>() is not null);
        var source = Repository.Read("infra", type.Namespace!["Clawdbot.Infra.".Length..], $"{type.Name}.cs");
        Assert.Matches(@"RegisterOutputs\(\);\n    \}", source);
    }

    private static Type Component(string name) => Types.Single(type => type.FullName == name);

    private static Type? Cast(Type component, string role) => Types.SingleOrDefault(type => type.FullName == $"{component.FullName}{role}");
}
