using System.Collections.Immutable;

namespace Pulumi.Generator.TypeScript;

/// <summary>An interface.</summary>
/// <param name="Name">Its name with the namespaces around it, as <c>core.v1.PodSpec</c>.</param>
/// <param name="Members">Its properties.</param>
public sealed record InterfaceDeclaration(string Name, ImmutableArray<MemberDeclaration> Members);
