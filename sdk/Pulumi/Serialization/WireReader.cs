using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns a wire value without wrappers into a program value; the path is for messages.</summary>
internal delegate object? WireRead(object? wire, string path);

/// <summary>Readers of wire values, made once per target type.</summary>
internal static class WireReader
{
    private static readonly ConcurrentDictionary<Type, WireRead> Cache = new();

    /// <exception cref="NotSupportedException">Outputs of that type cannot be read.</exception>
    public static WireRead For(Type type) => Cache.GetOrAdd(type, Make);

    /// <summary>Checks that outputs of the type can be read, type arguments included; members of output types are looked at when read.</summary>
    /// <exception cref="NotSupportedException">They cannot.</exception>
    public static void Check(Type type)
    {
        For(type);
        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
        {
            Check(argument);
        }
    }

    /// <summary>The untyped form: texts, bools, doubles, immutable arrays and dictionaries of these, assets, resources.</summary>
    public static object? ToObject(object? wire) => wire switch
    {
        List<object?> list => list.Select(ToObject).ToImmutableArray(),
        Dictionary<string, object?> map => map.ToImmutableDictionary(entry => entry.Key, entry => ToObject(entry.Value)),
        _ => wire,
    };

    private static WireRead Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            var read = For(inner);
            return (wire, path) => wire is null ? null : read(wire, path);
        }

        if (type == typeof(object))
        {
            return (wire, _) => ToObject(wire);
        }

        if (type == typeof(JsonElement))
        {
            return (wire, _) => WireJson.ToElement(wire);
        }

        if (type == typeof(string) || typeof(AssetOrArchive).IsAssignableFrom(type) || typeof(Resource).IsAssignableFrom(type))
        {
            return (wire, path) => wire is null || type.IsInstanceOfType(wire) ? wire : throw new WireFormatException(type, wire, path);
        }

        if (type == typeof(bool) || type == typeof(double))
        {
            var missing = Activator.CreateInstance(type);
            return (wire, path) => wire is null ? missing : type.IsInstanceOfType(wire) ? wire : throw new WireFormatException(type, wire, path);
        }

        if (type == typeof(int))
        {
            return (wire, path) => wire is null ? 0 : ToInt32(wire, path);
        }

        if (type.IsEnum)
        {
            return (wire, path) => Enum.ToObject(type, wire is null ? 0 : ToInt32(wire, path));
        }

        if (EnumTypes.FindConstructor(type) is { } constructor)
        {
            var text = constructor.GetParameters()[0].ParameterType;
            return (wire, path) => wire is null ? Activator.CreateInstance(type)
                : text.IsInstanceOfType(wire) ? constructor.Invoke([wire]) : throw new WireFormatException(text, wire, path);
        }

        return type.IsGenericType ? WireCollections.Make(type) : MakeClass(type);
    }

    private static int ToInt32(object wire, string path) =>
        wire is double number ? (int)number : throw new WireFormatException(typeof(int), wire, path);

    private static WireRead MakeClass(Type type)
    {
        // The mark is only needed to choose: a record has but one public constructor.
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .FirstOrDefault(candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)))
            ?? (type.GetConstructors() is [var only] ? only : null);
        if (!type.IsDefined(typeof(OutputTypeAttribute)) || constructor is null)
        {
            throw new NotSupportedException(
                $"Outputs of type {type.FullName} cannot be read. Mark the class with [OutputType] and one of its constructors with [OutputConstructor], "
                + "or use string, bool, int, double, object, JsonElement, an enum, Union, ImmutableArray or ImmutableDictionary.");
        }

        // Member types are looked up when first used, because a class may contain itself.
        var parameters = constructor.GetParameters()
            .Select(parameter => (
                Name: parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!,
                Type: parameter.ParameterType))
            .ToArray();
        return (wire, path) =>
        {
            if (wire is null)
            {
                return null;
            }

            if (wire is not Dictionary<string, object?> map)
            {
                throw new WireFormatException(type, wire, path);
            }

            var arguments = new object?[parameters.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = For(parameters[i].Type)(map.GetValueOrDefault(parameters[i].Name), $"{path}.{parameters[i].Name}");
            }

            return constructor.Invoke(arguments);
        };
    }
}
