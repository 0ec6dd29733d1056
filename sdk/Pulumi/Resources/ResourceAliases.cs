using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The former URNs of a resource: its own aliases and those that follow from its parent's.</summary>
internal static class ResourceAliases
{
    public static ImmutableArray<Input<string>> Collect(Resource resource, Resource? parent, ResourceOptions options)
    {
        if (options.Aliases.Count == 0 && (parent is null || parent.Aliases.Length == 0))
        {
            return [];
        }

        var (name, type) = (resource.GetResourceName(), resource.GetResourceType());
        var result = ImmutableArray.CreateBuilder<Input<string>>();
        foreach (var alias in options.Aliases)
        {
            result.Add(alias.Apply(value => ToUrn(value, name, type, parent)));
        }

        foreach (var parentAlias in parent?.Aliases ?? [])
        {
            result.Add(OfChild(name, type, parent!.GetResourceName(), parentAlias));

            // A child that was itself renamed may have lived under the parent's former URN by its former name too.
            foreach (var alias in options.Aliases)
            {
                result.Add(alias.Apply(value => value.Urn is null && value.Parent is null && value.ParentUrn is null && !value.NoParent
                    ? Output.Tuple(value.Name ?? name, value.Type ?? type)
                        .Apply(own => OfChild(own.Item1, own.Item2, parent.GetResourceName(), parentAlias))
                    : ToUrn(value, name, type, parent)));
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The alias of a child whose parent has an alias; a child named after its parent is renamed with it.</summary>
    private static Output<string> OfChild(string childName, string childType, string parentName, Input<string> parentAlias)
    {
        var name = !childName.StartsWith(parentName, StringComparison.Ordinal)
            ? Output.Create(childName)
            : parentAlias.Apply(urn => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..] + childName[parentName.Length..]);
        return Urn.Create(name, childType, parentUrn: parentAlias);
    }

    private static Output<string> ToUrn(Alias alias, string name, string type, Resource? parent)
    {
        if (alias.Urn is { } urn)
        {
            RejectBesideUrn(alias);
            return Output.Create(urn);
        }

        if ((alias.Parent is null ? 0 : 1) + (alias.ParentUrn is null ? 0 : 1) + (alias.NoParent ? 1 : 0) > 1)
        {
            throw new ArgumentException("Only one of 'Parent', 'ParentUrn' and 'NoParent' may be set in an Alias.");
        }

        var sameParent = alias.Parent is null && alias.ParentUrn is null && !alias.NoParent;
        return Urn.Create(
            alias.Name ?? name,
            alias.Type ?? type,
            alias.Parent ?? (sameParent ? parent : null),
            alias.ParentUrn,
            alias.Project,
            alias.Stack);
    }

    private static void RejectBesideUrn(Alias alias)
    {
        var other = alias switch
        {
            { Name: not null } => nameof(Alias.Name),
            { Type: not null } => nameof(Alias.Type),
            { Project: not null } => nameof(Alias.Project),
            { Stack: not null } => nameof(Alias.Stack),
            { Parent: not null } => nameof(Alias.Parent),
            { ParentUrn: not null } => nameof(Alias.ParentUrn),
            { NoParent: true } => nameof(Alias.NoParent),
            _ => null,
        };
        if (other is not null)
        {
            throw new ArgumentException($"An Alias has both Urn and {other}. A Urn says all of it: set only the Urn, or leave it out.");
        }
    }
}
