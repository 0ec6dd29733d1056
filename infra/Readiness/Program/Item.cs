using System.Net.Sockets;
using System.Security.Authentication;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>One item of the checklist.</summary>
/// <param name="Number">1 to 12.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Check">Returns what was seen, or throws <see cref="CheckException"/>.</param>
internal sealed record Item(int Number, string Title, Func<CancellationToken, Task<string>> Check)
{
    private const int PauseMilliseconds = 3000;

    /// <summary>Checks until it holds or the patience ends.</summary>
    /// <param name="attemptSeconds">Seconds for one attempt.</param>
    /// <param name="patienceSeconds">Seconds in which another attempt may start.</param>
    /// <param name="deadline">End of everything.</param>
    internal async Task<ItemResult> Run(int attemptSeconds, int patienceSeconds, CancellationToken deadline)
    {
        var end = Environment.TickCount64 + (patienceSeconds * 1000L);
        while (true)
        {
            var (passed, detail) = await Attempt(attemptSeconds, deadline);
            if (passed || Environment.TickCount64 + PauseMilliseconds > end || deadline.IsCancellationRequested)
                return new ItemResult(Number, Title, passed, detail);
            await Task.WhenAny(Task.Delay(PauseMilliseconds, deadline));
        }
    }

    private async Task<(bool Passed, string Detail)> Attempt(int seconds, CancellationToken deadline)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            return (true, await Check(limit.Token));
        }
        catch (CheckException exception)
        {
            return (false, exception.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or AuthenticationException or SocketException or UnauthorizedAccessException)
        {
            return (false, exception.InnerException is { } inner && !exception.Message.Contains(inner.Message, StringComparison.Ordinal) ? $"{exception.Message} {inner.Message}" : exception.Message);
        }
        catch (OperationCanceledException)
        {
            return (false, deadline.IsCancellationRequested ? "the time for all items was over" : $"no answer within {seconds} s");
        }
    }
}
