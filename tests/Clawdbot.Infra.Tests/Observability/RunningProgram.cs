using System.Diagnostics;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>A program of Prometheus on a free port of loopback, ended with the test.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _client;

    private RunningProgram(Process process, int port)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    internal static async Task<RunningProgram> Start(string program, string package, Func<int, string[]> arguments)
    {
        var port = FreePorts.One();
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments(port)));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail($"{program} is missing. Run: apt-get install --no-install-recommends {package}");
        }
        var running = new RunningProgram(process!, port);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Longest; await Task.Delay(100))
        {
            try
            {
                if ((await running._client.GetAsync("/-/ready")).IsSuccessStatusCode)
                    return running;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        await running.DisposeAsync();
        Assert.Fail($"{program} did not become ready in {Longest.TotalSeconds} s.");
        return running;
    }

    internal Task<string> Read(string path) => _client.GetStringAsync(path);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
