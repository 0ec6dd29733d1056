using System.Reflection;

namespace Pulumi.Generator.Tests.PublicSurface;

/// <summary>The recorded lists hold the members of an enumeration; what all enumerations have in common stands here.</summary>
public sealed class EnumShapeTests
{
    [Theory]
    [InlineData("Pulumi.Kubernetes", "Pulumi.Kubernetes.Core.V1.ServiceSpecType")]
    [InlineData("Pulumi.Docker", "Pulumi.Docker.BuilderVersion")]
    [InlineData("Pulumi.Aws", "Pulumi.Aws.Ec2.PlacementStrategy")]
    public void An_enumeration_is_a_comparable_text(string assembly, string name)
    {
        var type = Assembly.Load(assembly).GetType(name, throwOnError: true)!;
        Assert.Contains(typeof(IEquatable<>).MakeGenericType(type), type.GetInterfaces());
        Assert.Empty(type.GetConstructors());
        Assert.Equal(
            ["Equals", "Equals", "GetHashCode", "ToString", "op_Equality", "op_Explicit", "op_Inequality"],
            type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(method => !method.Name.StartsWith("get_", StringComparison.Ordinal)).Select(method => method.Name).Order(StringComparer.Ordinal));
    }
}
