using System.Collections.Immutable;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Storage;

/// <summary>How the loader's sources are built and run in their pod.</summary>
public static class ModelLoaderCommands
{
    /// <summary>Compiles, without network: the project has no packages.</summary>
    public static ImmutableArray<string> Build { get; } = ModelLoaderProgram.Program.Build;

    /// <summary>Runs as the first process, so that SIGTERM reaches it.</summary>
    public static ImmutableArray<string> Load { get; } = ModelLoaderProgram.Program.Run($"{ModelLoaderDefaults.ProgramPath}/{ModelLoaderDefaults.SettingsFile}");

    /// <summary>Environment of both.</summary>
    public static ImmutableSortedDictionary<string, string> Environment => SourceProgram.Environment;
}
