using System.Runtime.InteropServices;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Checks whether the system is ready for production, or a part of that.</summary>
internal static class Startup
{
    private const string Usage = "usage: Clawdbot.Readiness gate|load|storage <settings.json>";

    internal static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        try
        {
            if (args is not [var verb, var file])
                throw new UsageException(Usage);
            var settings = ReadinessSettings.Read(file);
            return verb switch
            {
                "gate" => await GateVerb.Run(settings, stop.Token),
                "load" => await LoadVerb.Run(settings, stop.Token),
                "storage" => await StorageVerb.Run(settings, stop.Token),
                _ => throw new UsageException(Usage),
            };
        }
        catch (UsageException exception)
        {
            Console.Error.WriteLine($"readiness: {exception.Message}");
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine("readiness: stopped by a signal");
            return ExitCodes.Terminated;
        }
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = true;
        stop.Cancel();
    }
}
