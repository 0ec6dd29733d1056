using System.Collections.Immutable;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Storage;

/// <summary>The sources of the loader, as they are shipped: docs/decisions/0005-loader-runs-from-source.md.</summary>
public static class ModelLoaderProgram
{
    /// <summary>How it is built and run.</summary>
    public static SourceProgram Program { get; } = new("loader/", "Clawdbot.Loader", ModelLoaderDefaults.ProgramPath);

    /// <summary>File names and contents.</summary>
    public static ImmutableSortedDictionary<string, string> Sources => Program.Sources;
}
