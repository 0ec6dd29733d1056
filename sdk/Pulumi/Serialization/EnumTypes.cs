using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs marked <see cref="EnumTypeAttribute"/>: made from and turned into their text or number.</summary>
internal static class EnumTypes
{
    private const BindingFlags Flags = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly ConcurrentDictionary<Type, MethodInfo?> Operators = new();

    /// <summary>The wire value of an enum struct.</summary>
    public static bool TryGetValue(object value, out object? wire)
    {
        var unwrap = Operators.GetOrAdd(value.GetType(), static type => type.IsDefined(typeof(EnumTypeAttribute))
            ? type.GetMethods(Flags).FirstOrDefault(method => method.Name == "op_Explicit"
                && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
            : null);
        wire = unwrap?.Invoke(null, [value]);
        return unwrap is not null;
    }

    /// <summary>The constructor that makes the enum struct from its wire value.</summary>
    public static ConstructorInfo? FindConstructor(Type type) => type.IsDefined(typeof(EnumTypeAttribute))
        ? type.GetConstructors(Flags).FirstOrDefault(constructor => constructor.GetParameters() is [var only]
            && (only.ParameterType == typeof(string) || only.ParameterType == typeof(double)))
        : null;
}
