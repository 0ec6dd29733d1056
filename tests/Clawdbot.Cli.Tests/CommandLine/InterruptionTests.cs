using System.Runtime.InteropServices;
using Clawdbot.Cli.CommandLine;

namespace Clawdbot.Cli.Tests.CommandLine;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public void The_first_signal_cancels_and_the_second_ends_the_process(PosixSignal signal)
    {
        using var interruption = new Interruption();
        Assert.False(interruption.Token.IsCancellationRequested);

        var first = new PosixSignalContext(signal);
        interruption.OnSignal(first);
        Assert.True(first.Cancel);
        Assert.True(interruption.Token.IsCancellationRequested);

        var second = new PosixSignalContext(signal);
        interruption.OnSignal(second);
        Assert.False(second.Cancel);
    }
}
