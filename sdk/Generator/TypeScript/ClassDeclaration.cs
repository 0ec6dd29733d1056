using System.Collections.Immutable;

namespace Pulumi.Generator.TypeScript;

/// <summary>A resource class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Base">What it extends, as <c>pulumi.CustomResource</c>.</param>
/// <param name="Members">Its output properties.</param>
/// <param name="Deprecated">Whether its comment says <c>@deprecated</c>.</param>
public sealed record ClassDeclaration(string Name, string Base, ImmutableArray<MemberDeclaration> Members, bool Deprecated);
