using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>
/// Item 11, as far as a pod without rights in the cluster can see it: the script that the gateway mounts is here too, from the same ConfigMap,
/// and may be executed. It only asks its own pod, so a relay on loopback passes its question on to the Router. That the gateway's pods mount
/// it as well is what their liveness probe shows, which runs it every ten seconds.
/// </summary>
/// <param name="script">Path of the script.</param>
/// <param name="healthUrl">Health of the Router.</param>
/// <param name="http">Connections.</param>
internal sealed class ScriptCheck(string script, string healthUrl, HttpClient http)
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    internal async Task<string> Run(CancellationToken stop)
    {
        if (!File.Exists(script))
            throw new CheckException($"{script} is missing");
        if ((File.GetUnixFileMode(script) & Executable) != Executable)
            throw new CheckException($"{script} is not executable for everybody");
        using var relay = new TinyServer(new TcpListener(IPAddress.Loopback, 0), Relay);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var serving = relay.Serve(done.Token);
        try
        {
            if (await Execute($"http://127.0.0.1:{relay.Port}/ill", stop) is var ill and not 1)
                throw new CheckException($"{script} ends with {ill} where a health check fails, expected 1");
            if (await Execute($"http://127.0.0.1:{relay.Port}/router", stop) is var well and not 0)
                throw new CheckException($"{script} ends with {well} for the Router's health, expected 0");
            return $"{script} is executable and tells the Router's health from an error (its own mount of the same ConfigMap)";
        }
        finally
        {
            await done.CancelAsync();
            await Task.WhenAny(serving);
        }
    }

    private async Task<(int Status, string Body)> Relay(string path, CancellationToken stop)
    {
        if (path != "/router")
            return (503, "");
        try
        {
            using var answer = await http.GetAsync(new Uri(healthUrl), stop);
            return ((int)answer.StatusCode, "");
        }
        catch (HttpRequestException)
        {
            return (502, "");
        }
    }

    private async Task<int> Execute(string url, CancellationToken stop)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(script, [url]) { RedirectStandardError = true, RedirectStandardOutput = true } };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new CheckException($"{script} does not start: {exception.Message}");
        }
        try
        {
            // Little is printed, so the pipes cannot fill up.
            await process.WaitForExitAsync(stop);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
