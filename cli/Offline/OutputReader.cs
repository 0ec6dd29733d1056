using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Clawdbot.Cli.Offline;

/// <summary>
/// Reads <c>Output&lt;T&gt;</c> and the <c>Input</c> family through Pulumi's public API when <c>T</c> is known only at run time.
/// One reader per type is made by reflection and kept.
/// </summary>
internal abstract class OutputReader
{
    private static readonly ConcurrentDictionary<Type, OutputReader?> Readers = new();

    /// <summary>The reader for values of <paramref name="type"/>; null when it is not an output or input type.</summary>
    public static OutputReader? For(Type type) => Readers.GetOrAdd(type, Create);

    /// <summary>The state of the whole value; the content of a secret is not even fetched.</summary>
    public abstract Task<OutputState> ReadAsync(object value);

    /// <summary>The keys of a map, which may be secret; null when they are unknown, or when the value is not a map.</summary>
    public virtual Task<ImmutableArray<string>?> KeysAsync(object value) => Task.FromResult<ImmutableArray<string>?>(null);

    private static OutputReader? Create(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && ReaderFor(current.GetGenericTypeDefinition()) is { } reader)
            {
                return (OutputReader)Activator.CreateInstance(reader.MakeGenericType(current.GetGenericArguments()))!;
            }
        }

        return null;
    }

    private static Type? ReaderFor(Type definition) =>
        definition == typeof(InputMap<>) ? typeof(MapReader<>)
        : definition == typeof(Input<>) ? typeof(InputReader<>)
        : definition == typeof(Output<>) ? typeof(PlainReader<>)
        : null;

    private static async Task<OutputState> StateAsync<T>(Output<T> output)
    {
        var dependencies = await OutputUtilities.GetDependenciesAsync(output);
        var known = await OutputUtilities.GetIsKnownAsync(output);
        var secret = await Output.IsSecretAsync(output);
        var value = known && !secret ? await OutputUtilities.GetValueAsync(output) : default;
        return new OutputState(known, secret, known && !secret ? value : null, dependencies);
    }

    private sealed class PlainReader<T> : OutputReader
    {
        public override Task<OutputState> ReadAsync(object value) => StateAsync((Output<T>)value);
    }

    private sealed class InputReader<T> : OutputReader
    {
        public override Task<OutputState> ReadAsync(object value) => StateAsync<T>((Input<T>)value);
    }

    private sealed class MapReader<T> : OutputReader
    {
        public override Task<OutputState> ReadAsync(object value) => StateAsync<ImmutableDictionary<string, T>>((InputMap<T>)value);

        public override async Task<ImmutableArray<string>?> KeysAsync(object value)
        {
            // Reduced to the keys inside the output, so that no value leaves it.
            var keys = ((InputMap<T>)value).Apply(map => map.Keys.Order(StringComparer.Ordinal).ToImmutableArray());
            return await OutputUtilities.GetIsKnownAsync(keys) ? await OutputUtilities.GetValueAsync(Output.Unsecret(keys)) : null;
        }
    }
}
