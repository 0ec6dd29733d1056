using System.Collections.Immutable;

namespace Clawdbot.Infra.Storage;

/// <summary>How the loader's sources are built and run in their pod.</summary>
public static class ModelLoaderCommands
{
    /// <summary>Compiles, without network: the project has no packages.</summary>
    public static ImmutableArray<string> Build { get; } =
    [
        "dotnet", "publish", $"{ModelLoaderDefaults.ProgramPath}/{ModelLoaderProgram.Project}", "--artifacts-path", $"{ModelLoaderDefaults.WorkPath}/artifacts",
        "--output", $"{ModelLoaderDefaults.WorkPath}/app", "--disable-build-servers",
    ];

    /// <summary>Runs as the first process, so that SIGTERM reaches it.</summary>
    public static ImmutableArray<string> Load { get; } =
        ["dotnet", $"{ModelLoaderDefaults.WorkPath}/app/{ModelLoaderProgram.Assembly}", $"{ModelLoaderDefaults.ProgramPath}/{ModelLoaderDefaults.SettingsFile}"];

    /// <summary>Environment of both: everything that .NET writes goes to the two volumes, and nothing is asked of the network.</summary>
    public static ImmutableSortedDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "1",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_NOLOGO"] = "1",
        ["HOME"] = ModelLoaderDefaults.WorkPath,
        ["MSBuildEnableWorkloadResolver"] = "false",
        ["TMPDIR"] = ModelLoaderDefaults.TemporaryPath,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
