using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Classes marked <see cref="OutputTypeAttribute"/>, where one resource's output is another's input.</summary>
internal static class OutputTypes
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    /// <summary>The readonly fields by wire name, which is the field's with a small first letter.</summary>
    public static Dictionary<string, object?> Read(object value) => Fields
        .GetOrAdd(value.GetType(), static type =>
            [.. type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(field => field.IsInitOnly)])
        .ToDictionary(field => char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field => field.GetValue(value));
}
