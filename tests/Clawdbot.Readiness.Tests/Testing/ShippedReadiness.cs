using Clawdbot.Infra.Readiness;
using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Readiness.Tests.Testing;

/// <summary>The program of gate, load and storage probe as it ships.</summary>
public static class ShippedReadiness
{
    private static readonly ShippedProgram Shipped = new(ReadinessProgram.Program);

    /// <summary>What the build printed.</summary>
    public static string BuildLog => Shipped.BuildLog;

    /// <summary>Environment of both containers.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Environment => Shipped.Environment;

    /// <summary>The command of the main container with other settings.</summary>
    public static string[] Command(string verb, string settings) => [.. ReadinessProgram.Run(verb)[..^1].Select(Shipped.Map), settings];

    /// <summary>Builds the program, the first time.</summary>
    public static string Require() => Shipped.Require();
}
