using System.Text.Json.Nodes;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>
/// The policy pack as somebody has it who got it from a registry: the folder with what git keeps of it, and nothing around it. It is built on its own, so that it
/// does not share obj/ with whatever builds the repository at the same time.
/// </summary>
public sealed class PackFolder : IAsyncLifetime
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("clawdbot-pack-");

    /// <summary>The folder.</summary>
    public string Path => System.IO.Path.Combine(_temporary.FullName, "policies");

    /// <summary>A folder beside it, where the program would be.</summary>
    public string Elsewhere => _temporary.CreateSubdirectory("program").FullName;

    /// <summary>The output of its build.</summary>
    internal Finished Built { get; private set; } = new(-1, "", "");

    /// <summary>How the engine starts it.</summary>
    internal JsonObject Start(params (string Name, string Value)[] environment) => new()
    {
        ["project"] = Path,
        ["workingDirectory"] = Elsewhere,
        ["flags"] = new JsonArray("--logtostderr", "-v=9", "--tracing", "http://127.0.0.1:9"),

        // A build server would outlive the build, and keep the folder.
        ["environment"] = new JsonObject(environment.Append((Name: "MSBUILDDISABLENODEREUSE", Value: "1")).Select(variable => KeyValuePair.Create(variable.Name, (JsonNode?)variable.Value))),
    };

    public async Task InitializeAsync()
    {
        var files = await Finished.RunAsync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z", "policies"], Repository.Root);
        foreach (var file in files.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(System.IO.Path.Combine(Repository.Root, file))))
        {
            var copy = System.IO.Path.Combine(_temporary.FullName, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(System.IO.Path.Combine(Repository.Root, file), copy);
        }

        Built = await Finished.RunAsync("dotnet", ["build", Path, "--nologo", "--verbosity", "quiet"], Elsewhere);
    }

    public Task DisposeAsync()
    {
        _temporary.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
