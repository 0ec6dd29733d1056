using System.Collections.Immutable;

namespace Pulumi.Generator.Rules;

/// <summary>How one npm package becomes one C# project.</summary>
/// <param name="Name">The package's Pulumi name, as <c>aws</c>; its npm name is <c>@pulumi/</c> and this.</param>
/// <param name="Namespace">The C# root namespace, which is also the project's name.</param>
/// <param name="Version">The version of the official C# package, which the engine is told with each resource.</param>
/// <param name="KubernetesStyle">Whether args and outputs stand under <c>Types</c> and are never nullable.</param>
/// <param name="ModuleNames">C# names of modules that are not their npm name with a capital.</param>
public sealed record PackageRules(
    string Name, string Namespace, string Version, bool KubernetesStyle, ImmutableDictionary<string, string> ModuleNames)
{
    /// <summary>The four packages. The Docker C# package trails its npm package: 5.1.0 is the newest that other projects pin.</summary>
    public static ImmutableArray<PackageRules> All { get; } =
    [
        new("kubernetes", "Pulumi.Kubernetes", "4.32.0", true, ImmutableDictionary.CreateRange(
        [
            // https://github.com/pulumi/pulumi-kubernetes sdk/dotnet: the groups whose words are told apart.
            KeyValuePair.Create("admissionregistration", "AdmissionRegistration"),
            KeyValuePair.Create("apiextensions", "ApiExtensions"),
            KeyValuePair.Create("apiregistration", "ApiRegistration"),
            KeyValuePair.Create("flowcontrol", "FlowControl"),
        ])),
        new("aws", "Pulumi.Aws", "7.48.0", false, ImmutableDictionary.CreateRange(
        [
            // https://github.com/pulumi/pulumi-aws provider/resources.go: the module constants.
            KeyValuePair.Create("autoscaling", "AutoScaling"),
            KeyValuePair.Create("cloudwatch", "CloudWatch"),
        ])),
        new("docker", "Pulumi.Docker", "5.1.0", false, ImmutableDictionary<string, string>.Empty),
        new("random", "Pulumi.Random", "4.21.1", false, ImmutableDictionary<string, string>.Empty),
    ];

    /// <summary>The name of the attribute that marks a resource class with its token.</summary>
    public string ResourceTypeAttribute => Namespace["Pulumi.".Length..] + "ResourceType";
}
