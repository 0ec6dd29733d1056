using System.Collections.Immutable;

namespace Pulumi.Generator.JavaScript;

/// <summary>What the script (<c>.js</c>) of a resource says and its declarations do not.</summary>
/// <param name="Path">The file, for errors.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Token">The type token, or the package name of a provider.</param>
/// <param name="Inputs">The inputs by wire name.</param>
/// <param name="Required">Inputs without which the constructor throws.</param>
/// <param name="Aliases">Former type tokens.</param>
/// <param name="SecretOutputs">Outputs that are always secret.</param>
/// <param name="ReplaceOnChanges">Properties whose change replaces the resource.</param>
/// <param name="Remote">Whether the provider builds it (a remote component).</param>
/// <param name="CallToken">The token of the method terraformConfig, if the class has it.</param>
public sealed record ResourceScript(
    string Path,
    string ClassName,
    string Token,
    ImmutableDictionary<string, ScriptInput> Inputs,
    ImmutableHashSet<string> Required,
    ImmutableArray<string> Aliases,
    ImmutableArray<string> SecretOutputs,
    ImmutableArray<string> ReplaceOnChanges,
    bool Remote,
    string? CallToken);
