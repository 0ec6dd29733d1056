using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Clawdbot.Infra.Platform;

/// <summary>A program of ours that is shipped as sources and compiled where it runs: docs/decisions/0005-loader-runs-from-source.md.</summary>
public sealed class SourceProgram
{
    /// <summary>Largest ConfigMap in bytes, keys and values together. https://kubernetes.io/docs/concepts/configuration/configmap/</summary>
    public const int MaximumBytes = 1024 * 1024;

    /// <summary>
    /// Image that builds and runs the sources: the SDK that they are tested with. By tag only: no digest is recorded here, because none
    /// could be verified. https://mcr.microsoft.com/artifact/mar/dotnet/sdk
    /// </summary>
    public const string Image = "mcr.microsoft.com/dotnet/sdk:10.0.401";

    /// <summary>Home, build output and the built program.</summary>
    public const string WorkPath = "/work";

    /// <summary>Folder for temporary files; the runtime keeps its locks there.</summary>
    public const string TemporaryPath = "/tmp";

    private const int FingerprintLength = 8;

    /// <param name="prefix">Prefix of the embedded files.</param>
    /// <param name="name">Name of project and assembly.</param>
    /// <param name="path">Where the sources are mounted.</param>
    public SourceProgram(string prefix, string name, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        (Project, Assembly, ProgramPath) = ($"{name}.csproj", $"{name}.dll", path);
        var assembly = typeof(SourceProgram).Assembly;
        Sources = assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(resource => resource[prefix.Length..], resource =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                return reader.ReadToEnd();
            }, StringComparer.Ordinal);
    }

    /// <summary>Project file.</summary>
    public string Project { get; }

    /// <summary>Assembly that it builds.</summary>
    public string Assembly { get; }

    /// <summary>Where the sources are mounted.</summary>
    public string ProgramPath { get; }

    /// <summary>File names and contents.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; }

    /// <summary>Compiles, without network: the project has no packages.</summary>
    public ImmutableArray<string> Build =>
    [
        "dotnet", "publish", $"{ProgramPath}/{Project}", "--artifacts-path", $"{WorkPath}/artifacts", "--output", $"{WorkPath}/app", "--disable-build-servers",
    ];

    /// <summary>Environment of build and run: everything that .NET writes goes to the two volumes, and nothing is asked of the network.</summary>
    public static ImmutableSortedDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "1",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_NOLOGO"] = "1",
        ["HOME"] = WorkPath,
        ["MSBuildEnableWorkloadResolver"] = "false",
        ["TMPDIR"] = TemporaryPath,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Runs as the first process, so that SIGTERM reaches it.</summary>
    /// <param name="arguments">Arguments of the program.</param>
    public ImmutableArray<string> Run(params string[] arguments) => ["dotnet", $"{WorkPath}/app/{Assembly}", .. arguments];

    /// <summary>A short hash of everything that an object depends on, for names of objects that cannot be changed.</summary>
    /// <param name="parts">What it depends on, besides the sources.</param>
    public string Fingerprint(params IEnumerable<string> parts) => Hash(string.Join('\0', parts.Concat(Sources.SelectMany(file => new[] { file.Key, file.Value }))));

    /// <summary>A short hash of a text.</summary>
    /// <param name="text">The text.</param>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..FingerprintLength];
}
