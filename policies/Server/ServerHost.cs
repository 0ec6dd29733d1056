using System.Net;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Server.Transport;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Clawdbot.Policies.Server;

/// <summary>
/// The pack as a running server. Kestrel is started by itself: a web host would read ASPNETCORE_* and DOTNET_* variables and settings files of whatever folder the
/// program runs in, write to the console, and start more slowly.
/// </summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly KestrelServer _kestrel;

    private ServerHost(KestrelServer kestrel, AnalyzerService service)
    {
        _kestrel = kestrel;
        Service = service;
        Port = new Uri(kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;
    }

    /// <summary>The TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>What answers.</summary>
    public AnalyzerService Service { get; }

    /// <summary>Starts a server on a free port.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="time">Tells the day on which waivers are judged.</param>
    public static async Task<ServerHost> StartAsync(IReadOnlyList<PolicyRule> rules, TimeProvider time)
    {
        var service = new AnalyzerService(rules, time);
        var kestrel = new KestrelServer(Options.Create(KestrelOptions()), new SocketTransportFactory(Options.Create(TransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
        await kestrel.StartAsync(new GrpcApplication(service.Methods), CancellationToken.None);
        return new ServerHost(kestrel, service);
    }

    /// <summary>Answers what is being asked, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(ServerDefaults.StopTimeout);
        await _kestrel.StopAsync(limit.Token);
        _kestrel.Dispose();
    }

    // The engine mostly waits for one answer, so a hop from thread to thread costs more than it brings; what takes long runs elsewhere (see GrpcApplication).
    private static SocketTransportOptions TransportOptions() => new() { UnsafePreferInlineScheduling = true };

    private static KestrelServerOptions KestrelOptions()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.KeepAliveTimeout = ServerDefaults.KeepAlive;

        // The frames have a limit of their own. A caller that is stopped in a debugger sends nothing for a while, which is no attack.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        return options;
    }
}
