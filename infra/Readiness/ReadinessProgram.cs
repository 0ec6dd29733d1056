using System.Collections.Immutable;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Readiness;

/// <summary>The program of gate, load and storage probe, as it is shipped: docs/decisions/0005-loader-runs-from-source.md.</summary>
public static class ReadinessProgram
{
    /// <summary>File name of the settings.</summary>
    public const string SettingsFile = "readiness.json";

    /// <summary>Where sources and settings are mounted.</summary>
    public const string Path = "/readiness";

    /// <summary>How it is built and run.</summary>
    public static SourceProgram Program { get; } = new("readiness/", "Clawdbot.Readiness", Path);

    /// <summary>The command for a verb: <c>gate</c>, <c>load</c> or <c>storage</c>.</summary>
    /// <param name="verb">Verb.</param>
    public static ImmutableArray<string> Run(string verb) => Program.Run(verb, $"{Path}/{SettingsFile}");
}
