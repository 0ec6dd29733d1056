using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Testing;

/// <summary>All places in a value, and copies with one of them changed.</summary>
internal static class PropertyTree
{
    /// <summary>The steps to each place below <paramref name="root"/>: keys and indices.</summary>
    public static IEnumerable<(object[] Steps, PropertyValue Value)> Places(PropertyValue root) => Below(root, []);

    /// <summary>A copy of <paramref name="root"/> with <paramref name="value"/> at the end of <paramref name="steps"/>.</summary>
    public static PropertyValue With(PropertyValue root, ReadOnlySpan<object> steps, PropertyValue value)
    {
        if (steps.IsEmpty)
        {
            return value;
        }

        switch (root)
        {
            case PropertyValue.Map map:
                var key = (string)steps[0];
                return map.With(key, With(map.Find(key)!, steps[1..], value));
            default:
                var items = ((PropertyValue.List)root).Items.ToArray();
                items[(int)steps[0]] = With(items[(int)steps[0]], steps[1..], value);
                return new PropertyValue.List(items);
        }
    }

    /// <summary>A copy with each text, and each key where <paramref name="key"/> says so, changed.</summary>
    public static PropertyValue Mapped(PropertyValue value, Func<string, PropertyValue> text, Func<string, string> key) => value switch
    {
        PropertyValue.Text leaf => text(leaf.Value),
        PropertyValue.List list => new PropertyValue.List([.. list.Items.Select(item => Mapped(item, text, key))]),
        PropertyValue.Map map => new PropertyValue.Map([.. map.Entries.Select(entry => KeyValuePair.Create(key(entry.Key), Mapped(entry.Value, text, key)))]),
        _ => value,
    };

    /// <summary>The resource with other properties.</summary>
    public static PolicyResource With(PolicyResource resource, PropertyValue properties) => new(resource.Urn, resource.Type, resource.Name, (PropertyValue.Map)properties)
    {
        Parent = resource.Parent,
        Dependencies = resource.Dependencies,
        IsProtected = resource.IsProtected,
    };

    private static IEnumerable<(object[] Steps, PropertyValue Value)> Below(PropertyValue value, object[] steps)
    {
        if (steps.Length > 0)
        {
            yield return (steps, value);
        }

        var children = value switch
        {
            PropertyValue.Map map => map.Entries.Select(entry => ((object)entry.Key, entry.Value)),
            PropertyValue.List list => list.Items.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var place in children.SelectMany(child => Below(child.Item2, [.. steps, child.Item1])))
        {
            yield return place;
        }
    }
}
