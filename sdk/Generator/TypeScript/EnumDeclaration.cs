using System.Collections.Immutable;

namespace Pulumi.Generator.TypeScript;

/// <summary>An enumeration of texts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">Name and text of each member, in order.</param>
public sealed record EnumDeclaration(string Name, ImmutableArray<(string Name, string Value)> Members);
