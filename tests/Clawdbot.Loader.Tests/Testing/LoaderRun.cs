using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>One run of the loader as a process of its own.</summary>
public sealed class LoaderRun : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly Task _reading;

    private LoaderRun(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
    }

    public int ExitCode => _process.ExitCode;

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Starts the loader with these settings.</summary>
    public static LoaderRun Start(JsonObject settings, TemporaryFolder folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        ShippedLoader.Require();
        var file = folder.Of($"settings-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, settings.ToJsonString());
        var command = Sandbox.Command([.. ShippedLoader.Command, file]);
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in ShippedLoader.Environment.Concat(environment ?? new Dictionary<string, string>()))
            start.Environment[name] = value;
        return new LoaderRun(Process.Start(start)!);
    }

    /// <summary>Runs the loader to its end.</summary>
    public static async Task<LoaderRun> Finish(JsonObject settings, TemporaryFolder folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var run = Start(settings, folder, environment);
        await run.End();
        return run;
    }

    /// <summary>Waits for the end.</summary>
    public async Task End()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        await _reading;
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await End();
    }

    /// <summary>Asks the process to end.</summary>
    public void Terminate() => Sandbox.Require("kill", "-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task Read(StreamReader reader)
    {
        var buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
        {
            lock (_log)
                _log.Append(buffer, 0, read);
        }
    }
}
