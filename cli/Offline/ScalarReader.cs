using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>Reads the small value types of Pulumi programs: unions and enums.</summary>
internal static class ScalarReader
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>?> Readers = new();

    /// <summary>What <paramref name="value"/> stands for: a union's content, an enum's text or number. False when it is neither.</summary>
    public static bool TryRead(object value, out object? content)
    {
        var read = Readers.GetOrAdd(value.GetType(), Create);
        content = read?.Invoke(value);
        return read is not null;
    }

    private static Func<object, object?>? Create(Type type)
    {
        if (type.IsEnum)
        {
            return value => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>))
        {
            return type.GetProperty(nameof(Union<int, int>.Value))!.GetValue;
        }

        return type.IsDefined(typeof(EnumTypeAttribute), inherit: false) && ToWire(type) is { } convert
            ? value => convert.Invoke(null, [value])
            : null;
    }

    // Generated enums of texts and of fractions are structs with a conversion to their wire type.
    private static MethodInfo? ToWire(Type type) => type
        .GetMethods(BindingFlags.Static | BindingFlags.Public)
        .FirstOrDefault(m => m.Name == "op_Explicit" && (m.ReturnType == typeof(string) || m.ReturnType == typeof(double)));
}
