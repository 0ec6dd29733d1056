using Pulumi.Generator.JavaScript;

namespace Pulumi.Generator.Emit;

/// <summary>The class of a resource, ready to write.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Kind">CustomResource, ComponentResource or ProviderResource.</param>
/// <param name="Script">Token, constants and options.</param>
/// <param name="ArgsType">The args class, as the constructor names it.</param>
/// <param name="StateType">The state class, when <c>Get</c> takes one.</param>
/// <param name="HasGet">Whether the class can look up what exists.</param>
/// <param name="Outputs">Its output properties.</param>
/// <param name="Deprecated">Whether the package warns about it.</param>
public sealed record ResourceClass(
    string Name, string Kind, ResourceScript Script, string ArgsType, string? StateType, bool HasGet, IReadOnlyList<OutputField> Outputs, bool Deprecated);
