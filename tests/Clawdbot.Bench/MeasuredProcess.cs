using System.Diagnostics;

namespace Clawdbot.Bench;

/// <summary>Runs a command as a whole process and measures it from outside.</summary>
internal static class MeasuredProcess
{
    /// <exception cref="UsageException">The command could not be started, failed or did not end in time.</exception>
    public static async Task<Measurement> RunAsync(string fileName, IReadOnlyList<string> arguments, string workingDirectory)
    {
        var command = string.Join(' ', [fileName, .. arguments]);
        var start = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new UsageException($"'{command}' could not be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        long peak = 0;
        using var timeout = new CancellationTokenSource(BenchDefaults.ChildTimeout);
        var exit = process.WaitForExitAsync(timeout.Token);
        while (!exit.IsCompleted)
        {
            peak = Math.Max(peak, PeakMemory.OfProcess(process.Id) ?? 0);
            await Task.WhenAny(exit, Task.Delay(BenchDefaults.PollInterval));
        }
        watch.Stop();
        if (exit.IsCanceled)
        {
            process.Kill(entireProcessTree: true);
            throw new UsageException($"'{command}' did not end within {BenchDefaults.ChildTimeout}.");
        }
        await exit;
        if (process.ExitCode != 0)
            throw new UsageException($"'{command}' ended with exit code {process.ExitCode}:{Environment.NewLine}{await error}");
        return new Measurement(watch.Elapsed.TotalSeconds, peak, await output);
    }
}
