using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>A real Alertmanager on loopback, ended with the test.</summary>
internal sealed class RunningAlertmanager : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _client;

    private RunningAlertmanager(Process process, int port)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/v2/") };
    }

    internal static async Task<RunningAlertmanager> Start(string configuration, string folder)
    {
        var port = FreePorts.One();
        var start = new ProcessStartInfo("prometheus-alertmanager",
            [$"--config.file={configuration}", $"--storage.path={Path.Combine(folder, "data")}", $"--web.listen-address=127.0.0.1:{port}", "--cluster.listen-address=", "--log.level=error"]);
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail("prometheus-alertmanager is missing. Run: apt-get install --no-install-recommends prometheus-alertmanager");
        }
        var alertmanager = new RunningAlertmanager(process!, port);
        await Until(async () => (await alertmanager._client.GetAsync("status")).IsSuccessStatusCode, "Alertmanager did not start.");
        return alertmanager;
    }

    internal async Task Post(params Dictionary<string, string>[] alerts)
    {
        using var response = await _client.PostAsJsonAsync("alerts", alerts.Select(labels => new { labels }));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>State of each alert by name and host, as soon as there are that many and they have settled.</summary>
    internal async Task<Dictionary<string, string>> States(int expected, Predicate<Dictionary<string, string>> settled)
    {
        var states = new Dictionary<string, string>();
        await Until(async () =>
        {
            states = (await _client.GetFromJsonAsync<JsonArray>("alerts"))!.ToDictionary(
                alert => $"{alert!["labels"]!["alertname"]} {alert["labels"]!["Hostname"]}", alert => (string)alert!["status"]!["state"]!);
            return states.Count == expected && !states.ContainsValue("unprocessed") && settled(states);
        }, "The alerts did not settle.");
        return states;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task Until(Func<Task<bool>> condition, string failure)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Longest; await Task.Delay(100))
        {
            try
            {
                if (await condition())
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        Assert.Fail(failure);
    }
}
