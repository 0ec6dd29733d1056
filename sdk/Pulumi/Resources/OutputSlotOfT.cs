using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <inheritdoc/>
internal sealed class OutputSlot<T> : OutputSlot
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Not tracked: the registration that resolves the slot is.
    public OutputSlot() => Output = Output<T>.Untracked(_source.Task);

    public override IOutput Output { get; }

    public override void Resolve(object? wire, ImmutableHashSet<Resource> dependencies, bool isSecret, Action<string> warn)
    {
        var facts = new WireFacts();
        var plain = facts.Strip(wire);
        if (!facts.IsKnown)
        {
            _source.TrySetResult(new(dependencies, default!, false, isSecret || facts.IsSecret));
            return;
        }

        T value = default!;
        try
        {
            value = (T)WireReader.For(typeof(T))(plain, "")!;
        }
        catch (WireFormatException exception)
        {
            warn(exception.Message);
        }

        _source.TrySetResult(new(dependencies, value, true, isSecret || facts.IsSecret));
    }

    public override void ResolveDefault(ImmutableHashSet<Resource> dependencies, bool isKnown) =>
        _source.TrySetResult(new(dependencies, default!, isKnown, false));

    public override void Fail(Exception exception)
    {
        _source.TrySetException(exception);

        // Whoever uses the output sees the failure; where nobody does, the registration has reported it.
        _ = _source.Task.Exception;
    }
}
