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

    /// <summary>
    /// The elements of a list or map input that is itself known, each with its own state; null for other types.
    /// A container that is unknown yields none.
    /// </summary>
    public virtual Task<List<object>>? ElementsAsync(object value) => null;

    /// <summary>The key of a map element that is known but secret; only for maps whose keys are public. Null for other types.</summary>
    public virtual Task<string?>? PublicKeyAsync(object element) => null;

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
        definition == typeof(InputList<>) ? typeof(ListReader<>)
        : definition == typeof(InputMap<>) ? typeof(MapReader<>)
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

    private sealed class ListReader<T> : OutputReader
    {
        public override Task<OutputState> ReadAsync(object value) => StateAsync<ImmutableArray<T>>((InputList<T>)value);

        public override async Task<List<object>> ElementsAsync(object value)
        {
            var elements = new List<object>();
            await foreach (var element in (InputList<T>)value)
            {
                elements.Add(element);
            }

            return elements;
        }
    }

    private sealed class MapReader<T> : OutputReader
    {
        public override Task<OutputState> ReadAsync(object value) => StateAsync<ImmutableDictionary<string, T>>((InputMap<T>)value);

        public override async Task<List<object>> ElementsAsync(object value)
        {
            var elements = new List<object>();
            await foreach (var element in (InputMap<T>)value)
            {
                elements.Add(element);
            }

            return elements;
        }

        public override async Task<string?> PublicKeyAsync(object element)
        {
            // Reduced to the key inside the output, so that the value never leaves it.
            var key = ((Input<KeyValuePair<string, T>>)element).Apply(entry => entry.Key);
            return await OutputUtilities.GetIsKnownAsync(key) ? await OutputUtilities.GetValueAsync(Output.Unsecret(key)) : null;
        }
    }
}
