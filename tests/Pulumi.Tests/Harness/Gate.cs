using Pulumi.Testing;

namespace Pulumi.Tests.Harness;

/// <summary>
/// Mocks that hold one resource back until another was asked for, and note whether that happened. With a dependency between the two it never
/// happens, so the holding gives up: after a moment where that is expected, after long where it would be the failure.
/// </summary>
public sealed class Gate
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string held;
    private readonly string awaited;
    private readonly TimeSpan patience;

    private Gate(string held, string awaited, TimeSpan patience)
    {
        this.patience = patience;
        (this.held, this.awaited) = (held, awaited);
        Mocks = new RecordingMocks { OnResource = AnswerAsync };
    }

    /// <summary>For a test that expects <paramref name="awaited"/> to wait for <paramref name="held"/>.</summary>
    public static Gate ExpectWaiting(string held, string awaited) => new(held, awaited, TimeSpan.FromMilliseconds(300));

    /// <summary>For a test that expects <paramref name="awaited"/> not to wait for <paramref name="held"/>.</summary>
    public static Gate ExpectOvertaking(string held, string awaited) => new(held, awaited, TimeSpan.FromSeconds(30));

    public RecordingMocks Mocks { get; }

    /// <summary>Whether the awaited resource was registered while the other was held, so it did not wait for it.</summary>
    public bool WasOvertaken { get; private set; }

    private async Task<(string? Id, object State)> AnswerAsync(MockResourceArgs args)
    {
        if (args.Name == awaited)
            arrived.TrySetResult();
        if (args.Name == held)
        {
            await Task.WhenAny(arrived.Task, Task.Delay(patience));
            WasOvertaken = arrived.Task.IsCompleted;
        }
        return ($"{args.Name}_id", args.Inputs);
    }
}
