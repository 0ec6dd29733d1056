using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map argument from text keys, whose values, or the map as a whole, may be outputs.</summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>, IFlattenable
{
    // Entries in the order of adding; a key may stand twice until the map is resolved. The default array is a map made from null,
    // which is sent as nothing at all: another resource's output that its provider left out must pass through.
    private ImmutableArray<KeyValuePair<string, Input<TValue>>> _entries = [];
    private Output<ImmutableArray<KeyValuePair<string, Input<TValue>>>>? _output;

    /// <summary>An empty map.</summary>
    public InputMap()
    {
    }

    private InputMap(ImmutableArray<KeyValuePair<string, Input<TValue>>> entries) => _entries = entries;

    private InputMap(Output<ImmutableArray<KeyValuePair<string, Input<TValue>>>> entries) => _output = entries;

    /// <summary>Adds an entry, as <see cref="Add(string, Input{TValue})"/> does.</summary>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>Adds an entry. A key that is given twice with different values is an error when the map is resolved.</summary>
    public void Add(string key, Input<TValue> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var entry = KeyValuePair.Create(key, value);
        if (_output is null)
        {
            _entries = OrEmpty(_entries).Add(entry);
        }
        else
        {
            _output = _output.Apply(entries => OrEmpty(entries).Add(entry));
        }
    }

    /// <summary>Adds all entries of another map.</summary>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Adds all entries of another map.</summary>
    public void AddRange(InputMap<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (_output is null && values._output is null)
        {
            _entries = OrEmpty(_entries).AddRange(OrEmpty(values._entries));
        }
        else
        {
            _output = Output.Tuple(Entries, values.Entries).Apply(both => OrEmpty(both.Item1).AddRange(OrEmpty(both.Item2)));
        }
    }

    /// <summary>A new map of both; where both have a key, the second's value counts.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return first._output is null && second._output is null
            ? new(Overlay(first._entries, second._entries))
            : new(Output.Tuple(first.Entries, second.Entries).Apply(both => Overlay(both.Item1, both.Item2)));
    }

    /// <summary>A map of values.</summary>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => new(ToEntries(values));

    /// <summary>A map of values.</summary>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => new(ToEntries(values));

    /// <summary>A map that is known later.</summary>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => new(values.Apply(entries => ToEntries(entries)));

    /// <summary>A map that is known later.</summary>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(entries => ToEntries(entries)));

    /// <summary>A map that is known later.</summary>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values.Apply(entries => ToEntries(entries)));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"An {nameof(InputMap<TValue>)} cannot be enumerated synchronously: its entries may not be known yet. "
            + "Enumerate it with await foreach, or Apply a function to it.");

    /// <summary>The entries, once all of the map is known, under the facts of the map; an unknown map has none.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await ToOutputCore().GetDataAsync().ConfigureAwait(false);
        foreach (var pair in data is { IsKnown: true, Value: not null } ? data.Value : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new Output<KeyValuePair<string, TValue>>(data.With(pair));
        }
    }

    internal override Output<ImmutableDictionary<string, TValue>> ToOutputCore() =>
        _output is null ? Flatten(_entries) : _output.Apply(entries => Flatten(entries));

    IOutput IFlattenable.Flatten() => ToOutputCore();

    // A repeated key needs the values to be compared, which only the resolved map can do.
    private protected override object? UnwrapCore() =>
        _output is null && !_entries.IsDefault && !HasRepeatedKey(_entries)
            ? _entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal)
            : ToOutputCore();

    private Output<ImmutableArray<KeyValuePair<string, Input<TValue>>>> Entries => _output ?? Output.Create(_entries);

    private static bool HasRepeatedKey(ImmutableArray<KeyValuePair<string, Input<TValue>>> entries) =>
        entries.Length > 1 && entries.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count() != entries.Length;

    private static ImmutableArray<KeyValuePair<string, Input<TValue>>> OrEmpty(ImmutableArray<KeyValuePair<string, Input<TValue>>> entries) =>
        entries.IsDefault ? [] : entries;

    private static Output<ImmutableDictionary<string, TValue>> Flatten(ImmutableArray<KeyValuePair<string, Input<TValue>>> entries) =>
        entries.IsDefault ? Output.Create(default(ImmutableDictionary<string, TValue>)!)
        : Output.All<TValue>(entries.Select(entry => entry.Value)).Apply(values =>
        {
            var result = ImmutableDictionary.CreateBuilder<string, TValue>();
            for (var i = 0; i < values.Length; i++)
            {
                result.Add(entries[i].Key, values[i]);
            }

            return result.ToImmutable();
        });

    private static ImmutableArray<KeyValuePair<string, Input<TValue>>> Overlay(
        ImmutableArray<KeyValuePair<string, Input<TValue>>> first, ImmutableArray<KeyValuePair<string, Input<TValue>>> second)
    {
        (first, second) = (OrEmpty(first), OrEmpty(second));
        var overridden = second.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        return [.. first.Where(entry => !overridden.Contains(entry.Key)), .. second];
    }

    private static ImmutableArray<KeyValuePair<string, Input<TValue>>> ToEntries(IEnumerable<KeyValuePair<string, TValue>>? values) => values is null ? default :
        [.. values.Select(entry => KeyValuePair.Create(entry.Key, (Input<TValue>)entry.Value))];
}
