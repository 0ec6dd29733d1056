using System.Runtime.InteropServices;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Downloads one revision of a model, verifies every file, and publishes it in one step.</summary>
internal static class Program
{
    internal static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        try
        {
            if (args is not [var file])
                throw new LoaderException(ExitCodes.Usage, "usage: Clawdbot.Loader <settings.json>");
            await new ModelLoad(LoaderSettings.Read(file)).RunAsync(stop.Token);
            return ExitCodes.Published;
        }
        catch (LoaderException exception)
        {
            return End(exception.ExitCode, exception.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return End(ExitCodes.Terminated, "stopped by a signal; the next run continues");
        }
        catch (IOException exception) when (DurableFiles.IsFull(exception))
        {
            return End(ExitCodes.DiskFull, $"{exception.Message}; enlarge the volume or remove old revisions");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return End(ExitCodes.StorageFailed, $"{exception.Message} The storage must be writable for user {Environment.UserName} or its groups, and not be full of locks or errors");
        }
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = true;
        stop.Cancel();
    }

    private static int End(int code, string message)
    {
        Log.Error($"{message} (exit code {code})");
        return code;
    }
}
