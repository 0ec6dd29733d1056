using System.Diagnostics;
using System.Text.Json.Nodes;
using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Readiness.Tests.Testing;

/// <summary>One run of the program as a process of its own, with no more rights than in its pod.</summary>
public sealed class ProgramRun : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ProgramRun(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int ExitCode => _process.ExitCode;

    public int Id => _process.Id;

    /// <summary>Everything that was printed.</summary>
    public string Log => _output.Result + _errors.Result;

    /// <summary>The line for programs.</summary>
    public JsonObject Result => (JsonObject)JsonNode.Parse(_output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;

    /// <summary>Numbers of the items that failed.</summary>
    public int[] FailedItems => [.. Result["items"]!.AsArray().Where(item => !(bool)item!["pass"]!).Select(item => (int)item!["number"]!)];

    public static ProgramRun Start(string verb, JsonObject settings, TemporaryFolder folder)
    {
        ShippedReadiness.Require();
        var file = folder.Of($"settings-{Guid.NewGuid():N}.json");
        File.WriteAllText(file, settings.ToJsonString());
        var command = Sandbox.Command(ShippedReadiness.Command(verb, file));
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in ShippedReadiness.Environment)
            start.Environment[name] = value;
        return new ProgramRun(Process.Start(start)!);
    }

    public static async Task<ProgramRun> Finish(string verb, JsonObject settings, TemporaryFolder folder)
    {
        var run = Start(verb, settings, folder);
        await run.End();
        return run;
    }

    public async Task End()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await _process.WaitForExitAsync(patience.Token);
        await Task.WhenAll(_output, _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
