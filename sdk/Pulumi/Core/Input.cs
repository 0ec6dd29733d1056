namespace Pulumi;

/// <summary>An argument that is given as a plain value or as an output.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly T _value = default!;
    private readonly Output<T>? _output;

    private protected Input()
    {
    }

    private protected Input(Output<T> output) => _output = output;

    private Input(T value) => _value = value;

    /// <summary>An input of a plain value.</summary>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>An input of an output.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The input as an output.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.ToOutputCore();

    internal virtual Output<T> ToOutputCore() => _output ?? Output.Create(_value);

    object? IInput.Unwrap() => UnwrapCore();

    private protected virtual object? UnwrapCore() => _output is null ? _value : _output;
}
