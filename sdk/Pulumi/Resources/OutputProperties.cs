using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The <see cref="OutputAttribute"/> properties of a resource class, found once per class.</summary>
internal static class OutputProperties
{
    private static readonly ConcurrentDictionary<Type, OutputProperty[]> Cache = new();

    public static OutputProperty[] Of(Type resourceType) => Cache.GetOrAdd(resourceType, static type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<OutputAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .Select(pair => new OutputProperty(pair.Attribute!.Name ?? pair.Property.Name, pair.Property)),
    ]);

    /// <summary>The resource's outputs by wire name, its URN and id aside.</summary>
    public static IDictionary<string, object?> Read(Resource resource) => Of(resource.GetType())
        .Where(property => property.Name is not (WireNames.Urn or WireNames.Id))
        .ToDictionary(property => property.Name, property => property.Read(resource), StringComparer.Ordinal);
}
