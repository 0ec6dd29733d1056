namespace Pulumi;

/// <summary>How a component resource and its children are managed.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>The providers of the children, one a package.</summary>
    public List<ProviderResource> Providers { get; set; } = [];

    /// <summary>New options of both: scalars of the second count, lists append. Neither is changed.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var result = new ComponentResourceOptions();
        foreach (var source in new[] { options1, options2 })
        {
            if (source is not null)
            {
                ResourceOptionsMerge.Into(result, source);

                // One provider a package: the later one counts.
                var packages = source.Providers.Select(provider => provider.Package).ToHashSet(StringComparer.Ordinal);
                result.Providers = [.. result.Providers.Where(provider => !packages.Contains(provider.Package)), .. source.Providers];
            }
        }

        // One of the two may name the single provider, the other the list; together they are a list.
        if (result.Provider is not null && result.Providers.Count > 0)
        {
            result.Providers.Add(result.Provider);
            result.Provider = null;
        }

        return result;
    }

    internal override ResourceOptions Clone()
    {
        // Not Merge: giving both Provider and Providers is refused where the resource is made, so both must survive.
        var result = new ComponentResourceOptions { Providers = [.. Providers] };
        ResourceOptionsMerge.Into(result, this);
        return result;
    }
}
