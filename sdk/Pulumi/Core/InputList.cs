using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list argument whose elements, or the list as a whole, may be outputs.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>, IFlattenable
{
    // Plain elements stay a list; only a list given as an output makes the whole an output of elements.
    private ImmutableArray<Input<T>> _items = [];
    private Output<ImmutableArray<Input<T>>>? _output;

    /// <summary>An empty list.</summary>
    public InputList()
    {
    }

    private InputList(ImmutableArray<Input<T>> items) => _items = items;

    private InputList(Output<ImmutableArray<Input<T>>> items) => _output = items;

    /// <summary>Appends elements.</summary>
    public void Add(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Array.ForEach(inputs, static input => ArgumentNullException.ThrowIfNull(input, nameof(inputs)));
        if (_output is null)
        {
            _items = _items.AddRange(inputs);
        }
        else
        {
            _output = _output.Apply(items => items.AddRange(inputs));
        }
    }

    /// <summary>Appends all elements of another list.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Appends all elements of another list.</summary>
    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (_output is null && inputs._output is null)
        {
            _items = _items.AddRange(inputs._items);
        }
        else
        {
            _output = Output.Tuple(Items, inputs.Items).Apply(both => both.Item1.AddRange(both.Item2));
        }
    }

    /// <summary>A new list of the elements of both; neither is changed.</summary>
    public InputList<T> Concat(InputList<T> other)
    {
        var result = _output is null ? new InputList<T>(_items) : new InputList<T>(_output);
        result.AddRange(other);
        return result;
    }

    /// <summary>A list of one value.</summary>
    public static implicit operator InputList<T>(T value) => new([(Input<T>)value]);

    /// <summary>A list of one output.</summary>
    public static implicit operator InputList<T>(Output<T> value) => new([(Input<T>)value]);

    /// <summary>A list of one input.</summary>
    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    /// <summary>A list of values.</summary>
    public static implicit operator InputList<T>(T[] values) => Wrap(values);

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(Output<T>[] values) => Wrap(values);

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(Input<T>[] values) => new([.. values]);

    /// <summary>A list of values.</summary>
    public static implicit operator InputList<T>(List<T> values) => Wrap(values);

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(List<Output<T>> values) => Wrap(values);

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(List<Input<T>> values) => new([.. values]);

    /// <summary>A list of values.</summary>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => Wrap(values.IsDefault ? [] : values);

    /// <summary>A list of outputs.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Wrap(values);

    /// <summary>A list of inputs.</summary>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(values);

    /// <summary>A list that is known later.</summary>
    public static implicit operator InputList<T>(Output<T[]> values) => WrapOutput(values);

    /// <summary>A list that is known later.</summary>
    public static implicit operator InputList<T>(Output<List<T>> values) => WrapOutput(values);

    /// <summary>A list that is known later.</summary>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => WrapOutput(values);

    /// <summary>A list that is known later.</summary>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) =>
        new(values.Apply(items => ToInputs(items.IsDefault ? [] : items)));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException(
            $"An {nameof(InputList<T>)} cannot be enumerated synchronously: its elements may not be known yet. "
            + "Enumerate it with await foreach, or Apply a function to it.");

    /// <summary>The elements in order, once all of the list is known, under the facts of the list; an unknown list has none.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await ToOutputCore().GetDataAsync().ConfigureAwait(false);
        foreach (var item in data.IsKnown ? data.Value : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new Output<T>(data.With(item));
        }
    }

    internal override Output<ImmutableArray<T>> ToOutputCore() =>
        _output is null ? Output.All<T>(_items) : _output.Apply(items => Output.All<T>(items));

    IOutput IFlattenable.Flatten() => ToOutputCore();

    private protected override object? UnwrapCore() => _output is null ? _items : _output;

    private Output<ImmutableArray<Input<T>>> Items => _output ?? Output.Create(_items);

    private static InputList<T> Wrap(IEnumerable<T> values) => new(ToInputs(values));

    private static InputList<T> Wrap(IEnumerable<Output<T>> values) => new([.. values.Select(value => (Input<T>)value)]);

    private static InputList<T> WrapOutput<TList>(Output<TList> values)
        where TList : IEnumerable<T> => new(values.Apply(items => ToInputs(items)));

    // A list made from null is empty, as one made from the default array is.
    private static ImmutableArray<Input<T>> ToInputs(IEnumerable<T>? values) => values is null ? [] : [.. values.Select(value => (Input<T>)value)];
}
