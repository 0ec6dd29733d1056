using Pulumi.Testing;

namespace Pulumi.Tests.Harness;

/// <summary>
/// Mocks that hold one resource back until another was asked for, and note whether that happened. With a dependency between the two it never
/// happens, so the holding gives up after a moment.
/// </summary>
public sealed class Gate
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string held;
    private readonly string awaited;

    /// <summary>Holds <paramref name="held"/> back until <paramref name="awaited"/> was asked for.</summary>
    public Gate(string held, string awaited)
    {
        (this.held, this.awaited) = (held, awaited);
        Mocks = new RecordingMocks { OnResource = AnswerAsync };
    }

    public RecordingMocks Mocks { get; }

    /// <summary>Whether the awaited resource was registered while the other was held, so it did not wait for it.</summary>
    public bool WasOvertaken { get; private set; }

    private async Task<(string? Id, object State)> AnswerAsync(MockResourceArgs args)
    {
        if (args.Name == awaited)
            arrived.TrySetResult();
        if (args.Name == held)
        {
            await Task.WhenAny(arrived.Task, Task.Delay(Patience));
            WasOvertaken = arrived.Task.IsCompleted;
        }
        return ($"{args.Name}_id", args.Inputs);
    }
}
