using System.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>
/// A program as it ships: the data of the ConfigMap in an empty folder, laid out by links as the kubelet does, read-only; built by the
/// command of the init container as user 2000, without network, with every other folder read-only.
/// </summary>
public sealed class ShippedProgram : IDisposable
{
    private readonly SourceProgram _program;
    private readonly Lazy<string> _built;

    /// <summary>Not below /tmp, which the build sees as its own volume: the runtime keeps its locks there whatever TMPDIR says.</summary>
    private readonly TemporaryFolder _folder = new("/var/tmp");

    public ShippedProgram(SourceProgram program)
    {
        _program = program;
        _built = new Lazy<string>(Build);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>What the build printed.</summary>
    public string BuildLog { get; private set; } = "";

    /// <summary>Environment of both containers.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment => SourceProgram.Environment.Select(pair => KeyValuePair.Create(pair.Key, Map(pair.Value)));

    /// <summary>Builds the program, the first time.</summary>
    public string Require() => _built.Value;

    public void Dispose() => _folder.Dispose();

    /// <summary>A path of the pod, as it is here.</summary>
    public string Map(string text)
    {
        foreach (var path in new[] { _program.ProgramPath, SourceProgram.WorkPath })
        {
            if (text == path || text.StartsWith(path + "/", StringComparison.Ordinal))
                return _folder.Path + text;
        }
        return text;
    }

    private string Build()
    {
        var program = Map(_program.ProgramPath);
        var data = Path.Combine(program, "..2026_11_21");
        Directory.CreateDirectory(data);
        File.CreateSymbolicLink(Path.Combine(program, "..data"), "..2026_11_21");
        foreach (var (name, text) in _program.Sources)
        {
            File.WriteAllText(Path.Combine(data, name), text);
            File.CreateSymbolicLink(Path.Combine(program, name), $"..data/{name}");
        }
        var (work, temporary) = (Map(SourceProgram.WorkPath), Path.Combine(_folder.Path, "tmp"));
        Directory.CreateDirectory(work);
        Directory.CreateDirectory(temporary);
        Sandbox.Give(_folder.Path);

        var command = Sandbox.Sealed(work, temporary, _program.Build.Select(Map));
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = work };
        start.Environment.Clear();
        start.Environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        BuildLog = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"The shipped program does not build (needs: apt-get install util-linux, and the .NET SDK):\n{BuildLog}");
        return _folder.Path;
    }
}
