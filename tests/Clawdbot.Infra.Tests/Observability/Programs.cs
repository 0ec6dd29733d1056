using System.Diagnostics;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>The real programs of Prometheus, each started for one check.</summary>
internal static class Programs
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    internal static Task<(int ExitCode, string Output)> Promtool(params string[] arguments) => Start("promtool", "prometheus", arguments);

    internal static Task<(int ExitCode, string Output)> Amtool(params string[] arguments) => Start("amtool", "prometheus-alertmanager", arguments);

    private static async Task<(int ExitCode, string Output)> Start(string program, string package, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Neither may read settings of the machine or of the person.
        start.Environment["HOME"] = Path.GetTempPath();
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail($"{program} is missing. Run: apt-get install --no-install-recommends {package}");
        }
        using (process)
        {
            using var limit = new CancellationTokenSource(Longest);
            var output = process!.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"{program} {string.Join(' ', arguments)} took longer than {Longest.TotalSeconds} s.");
            }
            return (process.ExitCode, await output + await errors);
        }
    }
}
