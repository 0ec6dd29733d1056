namespace Pulumi;

/// <summary>A value that becomes known later, with the resources it came from and whether it is secret.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Output<T> : IOutput
{
    private readonly Task<OutputData<T>>? _pending;
    private readonly OutputData<T> _ready;

    internal Output(OutputData<T> data) => _ready = data;

    internal Output(Task<OutputData<T>> data)
        : this(data, track: true)
    {
    }

    private Output(Task<OutputData<T>> data, bool track)
    {
        if (data.IsCompletedSuccessfully)
        {
            _ready = data.Result;
            return;
        }

        _pending = data;
        if (track)
        {
            Deployment.TryGetCurrent()?.Runner.Track(data);
        }
    }

    /// <summary>An output whose failure somebody else reports.</summary>
    internal static Output<T> Untracked(Task<OutputData<T>> data) => new(data, track: false);

    internal ValueTask<OutputData<T>> GetDataAsync() => _pending is null ? new(_ready) : new(_pending);

    async ValueTask<OutputData<object?>> IOutput.GetBoxedDataAsync()
    {
        var data = await GetDataAsync().ConfigureAwait(false);
        return data.With((object?)data.Value);
    }

    /// <summary>An output of the task's value; its failure fails the deployment.</summary>
    /// <param name="value">The task to wait for.</param>
    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>Runs an action on the value once it is known.</summary>
    /// <param name="func">What to run; in a preview it is not run while the value is unknown.</param>
    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply(async value =>
    {
        await func(value).ConfigureAwait(false);
        return default(ValueTuple);
    });

    /// <summary>The output of a function of the value.</summary>
    /// <param name="func">What to run; in a preview it is not run while the value is unknown.</param>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(Transform(func));

        async Task<OutputData<TResult>> Transform(Func<T, TResult> function)
        {
            var data = await GetDataAsync().ConfigureAwait(false);
            return Runs(data) ? data.With(function(data.Value)) : data.With<TResult>(default!);
        }
    }

    /// <summary>The output of an asynchronous function of the value.</summary>
    /// <param name="func">What to run; in a preview it is not run while the value is unknown.</param>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return new(Transform());

        async Task<OutputData<TResult>> Transform()
        {
            var data = await GetDataAsync().ConfigureAwait(false);
            return Runs(data) ? data.With(await func(data.Value).ConfigureAwait(false)) : data.With<TResult>(default!);
        }
    }

    /// <summary>The output that a function of the value gives, under the facts of both.</summary>
    /// <param name="func">What to run; in a preview it is not run while the value is unknown. A null result is the default value.</param>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return ApplyNested(value => func(value)?.ToOutputCore());
    }

    /// <summary>The output that a function of the value gives, under the facts of both.</summary>
    /// <param name="func">What to run; in a preview it is not run while the value is unknown. A null result is the default value.</param>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return ApplyNested(func);
    }

    /// <summary>As <see cref="Apply{TResult}(Func{T, Output{TResult}})"/>, with the value untyped.</summary>
    /// <param name="func">What to run; in a preview it is not run while the value is unknown.</param>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return ApplyNested(value => func(value));
    }

    /// <summary>A text that tells how to get at the value; an output has none before it is known.</summary>
    /// <exception cref="InvalidOperationException">PULUMI_ERROR_OUTPUT_STRING is 1 or true.</exception>
    public override string ToString()
    {
        const string Text =
            "An Output<T> cannot be turned into text before its value is known, so ToString is not supported.\n" +
            "Use output.Apply(v => $\"prefix{v}\") or Output.Format($\"prefix{output}\") for an Output<string>.\n" +
            "See https://www.pulumi.com/docs/concepts/inputs-outputs";
        var mode = Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING");
        if (mode == "1" || string.Equals(mode, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(Text);
        }

        return Text;
    }

    /// <summary>
    /// Whether a function of the value runs: always in an update, where a value that is marked unknown still is one;
    /// in a preview, and outside of a run, only when the value is known.
    /// </summary>
    private static bool Runs(OutputData<T> data) => data.IsKnown || Deployment.TryGetCurrent() is { Identity.IsDryRun: false };

    private Output<TResult> ApplyNested<TResult>(Func<T, Output<TResult>?> func)
    {
        return new(Transform());

        async Task<OutputData<TResult>> Transform()
        {
            var data = await GetDataAsync().ConfigureAwait(false);
            if (!Runs(data))
            {
                return data.With<TResult>(default!);
            }

            var inner = func(data.Value);
            return inner is null ? data.With<TResult>(default!) : data.Combine(await inner.GetDataAsync().ConfigureAwait(false));
        }
    }
}
