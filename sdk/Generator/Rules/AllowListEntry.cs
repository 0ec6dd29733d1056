namespace Pulumi.Generator.Rules;

/// <summary>One resource or function to generate.</summary>
/// <param name="Package">The package, as <c>kubernetes</c>.</param>
/// <param name="Module">The module, as <c>core/v1</c>; empty for the package's root.</param>
/// <param name="Name">The class, as <c>Pod</c>, or the function, as <c>getAvailabilityZones</c>.</param>
public sealed record AllowListEntry(string Package, string Module, string Name);
