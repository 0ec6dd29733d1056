using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server;

namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>A server in this process, and a client that is connected to it.</summary>
internal sealed class RunningServer(ServerHost host) : IAsyncDisposable
{
    /// <summary>The server.</summary>
    public ServerHost Host { get; } = host;

    /// <summary>The client.</summary>
    public EngineClient Client { get; } = new(host.Port);

    /// <summary>Starts a server with rules.</summary>
    public static async Task<RunningServer> StartAsync(params PolicyRule[] rules) => new(await ServerHost.StartAsync(rules, TimeProvider.System));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}
