using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Readers of the generic types that outputs may have.</summary>
internal static class WireCollections
{
    public static WireRead Make(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var factory = definition == typeof(ImmutableArray<>) ? nameof(Array)
            : definition == typeof(ImmutableDictionary<,>) && type.GetGenericArguments()[0] == typeof(string) ? nameof(Map)
            : definition == typeof(Union<,>) ? nameof(Either)
            : definition == typeof(Output<>) ? nameof(Nested)
            : throw new NotSupportedException(
                $"Outputs of type {type} cannot be read; of generic types only ImmutableArray, ImmutableDictionary with string keys, Union and Output can.");
        var arguments = factory == nameof(Map) ? [type.GetGenericArguments()[1]] : type.GetGenericArguments();
        return (WireRead)Call(factory, arguments)!;
    }

    private static object? Call(string factory, Type[] arguments) =>
        typeof(WireCollections).GetMethod(factory, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(arguments).Invoke(null, null);

    private static WireRead Array<T>() => (wire, path) =>
    {
        if (wire is null)
        {
            // As with the official SDK, a missing array is not an empty one: check IsDefault before reading it.
            return default(ImmutableArray<T>);
        }

        if (wire is not List<object?> list)
        {
            throw new WireFormatException(typeof(ImmutableArray<T>), wire, path);
        }

        var read = WireReader.For(typeof(T));
        var result = ImmutableArray.CreateBuilder<T>(list.Count);
        foreach (var item in list)
        {
            result.Add((T)read(item, $"{path}[{result.Count}]")!);
        }

        return result.MoveToImmutable();
    };

    private static WireRead Map<T>() => (wire, path) =>
    {
        if (wire is null)
        {
            return null;
        }

        if (wire is not Dictionary<string, object?> map)
        {
            throw new WireFormatException(typeof(ImmutableDictionary<string, T>), wire, path);
        }

        var read = WireReader.For(typeof(T));
        return map.ToImmutableDictionary(entry => entry.Key, entry => (T)read(entry.Value, $"{path}.{entry.Key}")!);
    };

    /// <summary>An output within an output; what is missing stays null.</summary>
    private static WireRead Nested<T>() => (wire, path) => wire is null ? null : Output.Create((T)WireReader.For(typeof(T))(wire, path)!);

    private static WireRead Either<T0, T1>() => (wire, path) =>
    {
        if (wire is null)
        {
            return default(Union<T0, T1>);
        }

        try
        {
            return Union<T0, T1>.FromT0((T0)WireReader.For(typeof(T0))(wire, path)!);
        }
        catch (WireFormatException)
        {
            return Union<T0, T1>.FromT1((T1)WireReader.For(typeof(T1))(wire, path)!);
        }
    };
}
