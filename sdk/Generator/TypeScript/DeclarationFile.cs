using System.Collections.Immutable;

namespace Pulumi.Generator.TypeScript;

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
