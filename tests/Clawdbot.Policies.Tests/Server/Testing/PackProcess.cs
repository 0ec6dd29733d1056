using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Clawdbot.Policies.Server;

namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>The built pack as a process of its own, with an engine's port that it watches.</summary>
internal sealed class PackProcess : IDisposable
{
    /// <summary>The built program, beside the tests.</summary>
    public static readonly string Program = typeof(ServerHost).Assembly.Location;

    private readonly TcpListener _engine;

    private PackProcess(Process process, TcpListener engine, string firstLine)
    {
        Process = process;
        _engine = engine;
        FirstLine = firstLine;
    }

    /// <summary>The process.</summary>
    public Process Process { get; }

    /// <summary>The first line that it wrote.</summary>
    public string FirstLine { get; }

    /// <summary>Where it listens.</summary>
    public int Port => int.Parse(FirstLine, CultureInfo.InvariantCulture);

    /// <summary>Starts it, and waits for its first line.</summary>
    public static async Task<PackProcess> StartAsync(string program, params string[] args)
    {
        var engine = new TcpListener(IPAddress.Loopback, 0);
        engine.Start();
        var start = new ProcessStartInfo(program, [.. args, $"127.0.0.1:{((IPEndPoint)engine.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}"])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        return new PackProcess(process, engine, await process.StandardOutput.ReadLineAsync() ?? "");
    }

    /// <summary>The engine ends: nobody listens any more.</summary>
    public void StopEngine() => _engine.Stop();

    /// <summary>Whether the process ends within a time.</summary>
    public async Task<bool> EndsAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        try
        {
            await Process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
        }

        Process.Dispose();
        _engine.Dispose();
    }
}
