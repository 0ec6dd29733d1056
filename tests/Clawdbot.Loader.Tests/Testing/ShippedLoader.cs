using System.Diagnostics;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>
/// The loader as it ships: the data of the ConfigMap in an empty folder, laid out by links as the kubelet does, read-only; built by the
/// command of the init container as user 2000, without network, with every other folder read-only.
/// </summary>
public static class ShippedLoader
{
    /// <summary>Not below /tmp, which the build sees as its own volume: the runtime keeps its locks there whatever TMPDIR says.</summary>
    private static readonly TemporaryFolder Folder = new("/var/tmp");
    private static readonly Lazy<string> Built = new(Build);

    static ShippedLoader() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Dispose();

    /// <summary>What the build printed.</summary>
    public static string BuildLog { get; private set; } = "";

    /// <summary>The command of the main container, without the settings file.</summary>
    public static string[] Command { get; } = [.. ModelLoaderCommands.Load[..^1].Select(Map)];

    /// <summary>Environment of both containers.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Environment => ModelLoaderCommands.Environment.Select(pair => KeyValuePair.Create(pair.Key, Map(pair.Value)));

    /// <summary>Builds the loader, the first time.</summary>
    public static string Require() => Built.Value;

    private static string Map(string text)
    {
        foreach (var path in new[] { ModelLoaderDefaults.ProgramPath, ModelLoaderDefaults.WorkPath })
        {
            if (text == path || text.StartsWith(path + "/", StringComparison.Ordinal))
                return Folder.Path + text;
        }
        return text;
    }

    private static string Build()
    {
        var program = Map(ModelLoaderDefaults.ProgramPath);
        var data = Path.Combine(program, "..2026_11_21");
        Directory.CreateDirectory(data);
        File.CreateSymbolicLink(Path.Combine(program, "..data"), "..2026_11_21");
        foreach (var (name, text) in ModelLoaderProgram.Sources)
        {
            File.WriteAllText(Path.Combine(data, name), text);
            File.CreateSymbolicLink(Path.Combine(program, name), $"..data/{name}");
        }
        var (work, temporary) = (Map(ModelLoaderDefaults.WorkPath), Path.Combine(Folder.Path, "tmp"));
        Directory.CreateDirectory(work);
        Directory.CreateDirectory(temporary);
        Sandbox.Give(Folder.Path);

        var command = Sandbox.Sealed(work, temporary, ModelLoaderCommands.Build.Select(Map));
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = work };
        start.Environment.Clear();
        start.Environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        BuildLog = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"The shipped loader does not build (needs: apt-get install util-linux, and the .NET SDK):\n{BuildLog}");
        return Folder.Path;
    }
}
