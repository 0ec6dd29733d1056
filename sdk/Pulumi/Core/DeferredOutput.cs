namespace Pulumi;

/// <summary>An output that is handed out before what it stands for exists.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes an unresolved one.</summary>
    public DeferredOutput() => Output = new(_source.Task);

    /// <summary>The output, pending until <see cref="Resolve"/>.</summary>
    public Output<T> Output { get; }

    /// <summary>Lets <see cref="Output"/> stand for <paramref name="output"/>.</summary>
    /// <exception cref="InvalidOperationException">It was resolved before.</exception>
    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var forward = Forward(output);
        Deployment.TryGetCurrent()?.Runner.Track(forward);
    }

    private async Task Forward(Output<T> output)
    {
        try
        {
            _source.SetResult(await output.GetDataAsync().ConfigureAwait(false));
        }
        catch (Exception exception) when (!_source.Task.IsCompleted)
        {
            _source.SetException(exception);
        }
    }
}
