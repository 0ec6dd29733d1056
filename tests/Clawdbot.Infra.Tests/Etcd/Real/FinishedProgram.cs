using System.Diagnostics;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>What a program left behind.</summary>
public sealed record FinishedProgram(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a program to its end; after <paramref name="timeout"/> it is killed and the test fails.</summary>
    public static async Task<FinishedProgram> Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? input = null, TimeSpan? timeout = null)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input ?? "");
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(timeout ?? TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end: {await errors}{await output}");
        }
        return new FinishedProgram(process.ExitCode, await output, await errors);
    }

    /// <summary>The output of a program that must succeed.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Errors}{Output}");
        return Output;
    }
}
