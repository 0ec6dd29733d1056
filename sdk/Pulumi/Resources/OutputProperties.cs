using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>The public <see cref="OutputAttribute"/> properties of a resource class, found once per class.</summary>
internal static class OutputProperties
{
    private static readonly ConcurrentDictionary<Type, OutputProperty[]> Cache = new();

    public static OutputProperty[] Of(Type resourceType) => Cache.GetOrAdd(resourceType, static type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<OutputAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .Select(pair => new OutputProperty(pair.Attribute!.Name ?? pair.Property.Name, pair.Property)),
    ]);

    /// <summary>Gives the resource's properties outputs that the engine's reply resolves, by wire name.</summary>
    public static Dictionary<string, OutputSlot> Attach(Resource resource)
    {
        var slots = new Dictionary<string, OutputSlot>(StringComparer.Ordinal);
        foreach (var property in Of(resource.GetType()))
        {
            // The outputs of a component are the program's to assign, some in initializers that have run by now; an engine only
            // fills those of components that a provider makes.
            if (resource is not ComponentResource || resource.IsRemote || property.Name is WireNames.Urn)
            {
                slots.Add(property.Name, property.Attach(resource));
            }
        }

        return slots;
    }

    /// <summary>The resource's outputs by wire name, its URN and id aside.</summary>
    public static IDictionary<string, object?> Read(Resource resource) => Of(resource.GetType())
        .Where(property => property.Name is not (WireNames.Urn or WireNames.Id))
        .ToDictionary(property => property.Name, property => property.Read(resource), StringComparer.Ordinal);
}
