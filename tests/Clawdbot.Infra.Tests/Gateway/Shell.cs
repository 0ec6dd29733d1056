using System.ComponentModel;
using System.Diagnostics;

namespace Clawdbot.Infra.Tests.Gateway;

/// <summary>Runs programs of the machine. One that is missing fails the test with the command that installs it.</summary>
internal static class Shell
{
    /// <summary>What the program writes when it is fed with the text; it has to succeed.</summary>
    internal static async Task<byte[]> Output(string program, string[] arguments, string input)
    {
        using var process = Start(program, arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }

    /// <summary>Exit code and messages.</summary>
    internal static async Task<(int Code, string Error)> Run(string program, string[] arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var process = Start(program, arguments, environment);
        process.StandardInput.Close();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error.TrimEnd());
    }

    private static Process Start(string program, string[] arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[key] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"{program} is missing. Install it: apt-get install --yes {program}");
        }
    }
}
