using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>
/// Probes the storage whenever it is asked. The claim lies in another namespace than the secrets of the gate, and a pod mounts claims of its
/// own namespace only, so the probe is a program beside the gate.
/// </summary>
internal static class StorageVerb
{
    internal static async Task<int> Run(ReadinessSettings settings, CancellationToken stop)
    {
        var storage = ReadinessSettings.Need(settings.Storage, "storage");
        var probe = new StorageProbe(storage);
        using var server = new TinyServer(TcpListener.Create(storage.Port), (path, _) => Task.FromResult(path == "/storage" ? Answer(probe.Run()) : (404, "")));
        Console.WriteLine($"Probing {storage.WritableDirectory} when asked, for {settings.DeadlineSeconds} s");
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stop);
        life.CancelAfter(TimeSpan.FromSeconds(settings.DeadlineSeconds));
        try
        {
            await server.Serve(life.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            Console.WriteLine("The gate had its time.");
        }
        return ExitCodes.Passed;
    }

    private static (int Status, string Body) Answer((bool Passed, string Detail) result)
    {
        Console.WriteLine(result.Detail);
        return (200, new JsonObject { ["pass"] = result.Passed, ["detail"] = result.Detail }.ToJsonString());
    }
}
