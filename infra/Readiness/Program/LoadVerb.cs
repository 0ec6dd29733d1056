namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Runs one profile and says whether its limits hold.</summary>
internal static class LoadVerb
{
    internal static async Task<int> Run(ReadinessSettings settings, CancellationToken stop)
    {
        var load = ReadinessSettings.Need(settings.Load, "load");
        using var gateway = new GatewayClient(ReadinessSettings.Need(settings.Gateway, "gateway"), load.Concurrency);
        Console.WriteLine($"Profile {load.Profile}: at most {load.Concurrency} at once, {load.Messages} messages, {load.Seconds} s");
        var report = await LoadRun.Run(gateway, load, settings.Models, stop);
        Console.WriteLine(report.Errors());
        Console.WriteLine(report.Latency());
        Console.WriteLine(report.FirstToken());
        Console.WriteLine(report.Json().ToJsonString());
        return report.ErrorsPass && report.LatencyPasses ? ExitCodes.Passed : ExitCodes.Failed;
    }
}
