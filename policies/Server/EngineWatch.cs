using System.Net.Sockets;

namespace Clawdbot.Policies.Server;

/// <summary>
/// Notices that the engine is gone. The language host ends the pack by killing <c>dotnet run</c>, whose child, the program, would stay behind. A connection that is
/// closed says nothing: an engine with nothing to ask may close it and open it again.
/// </summary>
/// <param name="address">Where the engine listens now.</param>
internal sealed class EngineWatch(Func<EngineAddress> address)
{
    private readonly int _parent = ParentProcess.Id;

    /// <summary>Ends when another process has become the parent, or nobody has listened at the engine's address for a few looks.</summary>
    public async Task GoneAsync(CancellationToken cancel)
    {
        var failures = 0;
        while (failures < ServerDefaults.WatchFailures && ParentProcess.Id == _parent)
        {
            await Task.Delay(ServerDefaults.WatchInterval, cancel);
            failures = await ListensAsync(address(), cancel) ? 0 : failures + 1;
        }
    }

    private static async Task<bool> ListensAsync(EngineAddress engine, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(ServerDefaults.WatchTimeout);
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(engine.Host, engine.Port, limit.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
