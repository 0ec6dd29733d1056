using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Resolves what a registration needs: inputs, and the resources that must come before.</summary>
internal static class RegisterPreparation
{
    /// <summary>The request, or null for a resource to be read whose id is unknown.</summary>
    public static async Task<RegisterRequest?> PrepareAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var before = new HashSet<Resource>();
        await AddListed(before, options.DependsOn).ConfigureAwait(false);

        var inputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        var propertyDependencies = new Dictionary<string, IReadOnlyCollection<Resource>>(StringComparer.Ordinal);
        foreach (var (name, value) in args.GetInputs())
        {
            var writer = new WireWriter();
            if (await writer.WriteInputAsync(args, name, value).ConfigureAwait(false) is not { } wire)
            {
                continue;
            }

            inputs.Add(name, wire);
            if (writer.Dependencies.Count > 0)
            {
                propertyDependencies.Add(name, writer.Dependencies);
                before.UnionWith(writer.Dependencies);
            }
        }

        string? readId = null;
        if (options.Id is not null)
        {
            var id = await options.Id.ToOutput().GetDataAsync().ConfigureAwait(false);
            if (!id.IsKnown)
            {
                return null;
            }

            before.UnionWith(id.Resources);
            readId = string.IsNullOrEmpty(id.Value) ? null : id.Value;
            if (readId is not null && !resource.IsCustom)
            {
                throw new ArgumentException($"The option Id is '{readId}', but only a {nameof(CustomResource)} can be read by id.");
            }
        }

        var parentUrn = resource.Parent is null ? "" : (await resource.Parent.Urn.GetDataAsync().ConfigureAwait(false)).Value;
        var aliases = new List<string>(resource.Aliases.Length);
        foreach (var alias in resource.Aliases)
        {
            var urn = (await alias.ToOutput().GetDataAsync().ConfigureAwait(false)).Value;
            if (!string.IsNullOrEmpty(urn) && !aliases.Contains(urn))
            {
                aliases.Add(urn);
            }
        }

        return new RegisterRequest(
            resource,
            parentUrn,
            readId,
            await ProviderReferenceAsync(resource.Provider).ConfigureAwait(false),
            inputs,
            propertyDependencies,
            await UrnsAsync(resource, before).ConfigureAwait(false),
            aliases,
            options);
    }

    /// <summary>A provider as <c>urn::id</c>, or nothing for the package's default one.</summary>
    public static async Task<string> ProviderReferenceAsync(ProviderResource? provider)
    {
        if (provider is null)
        {
            return "";
        }

        var urn = await provider.Urn.GetDataAsync().ConfigureAwait(false);
        var id = await provider.Id.GetDataAsync().ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown && !string.IsNullOrEmpty(id.Value) ? id.Value : WireNames.UnknownId)}";
    }

    /// <summary>Adds the listed resources and those that the list was computed from.</summary>
    public static async Task AddListed(HashSet<Resource> target, InputList<Resource> list)
    {
        var data = await list.ToOutputCore().GetDataAsync().ConfigureAwait(false);
        target.UnionWith(data.Resources);
        if (data.IsKnown)
        {
            target.UnionWith(data.Value.Where(item => item is not null));
        }
    }

    /// <summary>The custom resources that the given ones stand for: a component stands for all within it.</summary>
    public static IReadOnlyCollection<Resource> Expand(Resource? from, IEnumerable<Resource> resources)
    {
        var result = new HashSet<Resource>();
        var seen = new HashSet<Resource>();
        var pending = new System.Collections.Generic.Stack<Resource>(resources);

        // A resource cannot wait for itself, nor a child for the component that it is being made for.
        for (var ancestor = from; ancestor is not null; ancestor = ancestor.Parent)
        {
            seen.Add(ancestor);
        }

        while (pending.TryPop(out var resource))
        {
            if (!seen.Add(resource))
            {
                continue;
            }

            if (resource.IsCustom || resource.IsRemote)
            {
                result.Add(resource);
            }
            else
            {
                foreach (var child in resource.GetChildren())
                {
                    pending.Push(child);
                }
            }
        }

        return result;
    }

    private static async Task<IReadOnlyCollection<string>> UrnsAsync(Resource from, HashSet<Resource> resources)
    {
        if (resources.Count == 0)
        {
            return [];
        }

        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in Expand(from, resources))
        {
            var urn = await resource.Urn.GetDataAsync().ConfigureAwait(false);
            if (urn.IsKnown)
            {
                urns.Add(urn.Value);
            }
        }

        return urns;
    }
}
