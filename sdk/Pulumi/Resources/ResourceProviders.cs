using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Which provider a resource uses and which it hands to its children.</summary>
internal static class ResourceProviders
{
    public static string PackageOf(string token)
    {
        var end = token.IndexOf(':', StringComparison.Ordinal);
        return end < 0 ? token : token[..end];
    }

    public static (ProviderResource? Own, ImmutableDictionary<string, ProviderResource> ForChildren) Resolve(
        Resource resource, Resource? parent, ResourceOptions options)
    {
        var inherited = parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        var listed = options is ComponentResourceOptions { Providers: var providers } ? providers : [];
        if (options.Provider is not null && listed.Count > 0)
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        if (!resource.IsCustom)
        {
            foreach (var provider in options.Provider is null ? listed : [options.Provider])
            {
                inherited = inherited.SetItem(provider.Package, provider);
            }

            return (null, inherited);
        }

        var package = PackageOf(resource.GetResourceType());

        // A provider of another package is meant for children or for a transformation's other targets, never for this resource.
        if (options.Provider is { } own && own.Package == package)
        {
            return (own, inherited.SetItem(package, own));
        }

        return (inherited.GetValueOrDefault(package), inherited);
    }
}
