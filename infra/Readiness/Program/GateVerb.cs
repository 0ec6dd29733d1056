using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Checks all twelve items, prints them, and sets the mode: production when all hold, maintenance otherwise.</summary>
internal static class GateVerb
{
    /// <summary>Seconds for the last word to etcd, also when all other time is used up.</summary>
    private const int SwitchSeconds = 20;

    internal static async Task<int> Run(ReadinessSettings settings, CancellationToken stop)
    {
        var checks = ReadinessSettings.Need(settings.Checks, "checks");
        var load = ReadinessSettings.Need(settings.Load, "load");
        if (settings.Models.Length == 0 || checks.Etcd.Endpoints.Length == 0)
            throw new UsageException("the settings lack models or etcd endpoints");
        using var gateway = new GatewayClient(ReadinessSettings.Need(settings.Gateway, "gateway"), load.Concurrency);
        using var http = Connections.Plain();
        using var etcd = new EtcdClient(checks.Etcd);
        var mode = new ModeSwitch(etcd, checks.Etcd);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(settings.DeadlineSeconds));

        // Before anything is checked, so that a change by a person during the checks is noticed.
        await new Item(9, "", async limit =>
        {
            await mode.Begin(limit);
            return "";
        }).Run(checks.ItemSeconds, checks.PatienceSeconds, deadline.Token);
        var quiet = await Task.WhenAll(new Checklist(settings, gateway, etcd, http).Items.Select(item => item.Run(checks.ItemSeconds, checks.PatienceSeconds, deadline.Token)));
        var loaded = await GateLoad.Run(gateway, load, settings.Models, deadline.Token);
        stop.ThrowIfCancellationRequested();

        var results = quiet.Concat(loaded).OrderBy(result => result.Number).ToArray();
        foreach (var result in results)
            Console.WriteLine(result.Line);
        using var last = CancellationTokenSource.CreateLinkedTokenSource(stop);
        last.CancelAfter(TimeSpan.FromSeconds(SwitchSeconds));
        var ready = Array.TrueForAll(results, result => result.Passed);
        var (now, problem) = await mode.End(ready ? ModeSwitch.Production : ModeSwitch.Maintenance, last.Token);
        Console.WriteLine(problem is null ? $"Mode: {now}" : $"Mode: {now}; {problem}");
        Console.WriteLine(new JsonObject { ["items"] = new JsonArray([.. results.Select(result => result.Json)]), ["mode"] = now }.ToJsonString());
        return ready && problem is null ? ExitCodes.Passed : ExitCodes.Failed;
    }
}
