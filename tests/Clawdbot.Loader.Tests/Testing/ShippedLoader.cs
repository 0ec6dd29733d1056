using Clawdbot.Infra.Storage;

namespace Clawdbot.Loader.Tests.Testing;

/// <summary>The loader as it ships.</summary>
public static class ShippedLoader
{
    private static readonly ShippedProgram Shipped = new(ModelLoaderProgram.Program);

    /// <summary>What the build printed.</summary>
    public static string BuildLog => Shipped.BuildLog;

    /// <summary>The command of the main container, without the settings file.</summary>
    public static string[] Command { get; } = [.. ModelLoaderCommands.Load[..^1].Select(Shipped.Map)];

    /// <summary>Environment of both containers.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Environment => Shipped.Environment;

    /// <summary>Builds the loader, the first time.</summary>
    public static string Require() => Shipped.Require();
}
