using System.Collections.Immutable;

namespace Pulumi.Generator.TypeScript;

/// <summary>A property of an interface or class.</summary>
/// <param name="Name">Its wire name.</param>
/// <param name="Optional">Whether it is written with <c>?</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Deprecated">Whether its comment says <c>@deprecated</c>.</param>
public sealed record MemberDeclaration(string Name, bool Optional, TypeNode Type, bool Deprecated);

/// <summary>An interface.</summary>
/// <param name="Name">Its name with the namespaces around it, as <c>core.v1.PodSpec</c>.</param>
/// <param name="Members">Its properties.</param>
public sealed record InterfaceDeclaration(string Name, ImmutableArray<MemberDeclaration> Members);

/// <summary>A resource class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Base">What it extends, as <c>pulumi.CustomResource</c>.</param>
/// <param name="Members">Its output properties.</param>
/// <param name="Deprecated">Whether its comment says <c>@deprecated</c>.</param>
public sealed record ClassDeclaration(string Name, string Base, ImmutableArray<MemberDeclaration> Members, bool Deprecated);

/// <summary>An enumeration of texts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">Name and text of each member, in order.</param>
public sealed record EnumDeclaration(string Name, ImmutableArray<(string Name, string Value)> Members);

/// <summary>What one declaration file declares.</summary>
/// <param name="Path">The file, for errors.</param>
/// <param name="Classes">Classes by name.</param>
/// <param name="Interfaces">Interfaces by dotted name.</param>
/// <param name="Enums">Enumerations by name.</param>
/// <param name="ImportedResources">Names imported one by one; these are resource classes, which stand for their id.</param>
public sealed record DeclarationFile(
    string Path,
    ImmutableDictionary<string, ClassDeclaration> Classes,
    ImmutableDictionary<string, InterfaceDeclaration> Interfaces,
    ImmutableDictionary<string, EnumDeclaration> Enums,
    ImmutableHashSet<string> ImportedResources);
