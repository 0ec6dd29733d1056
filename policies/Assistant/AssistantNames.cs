using System.Text.RegularExpressions;

namespace Clawdbot.Policies.Assistant;

/// <summary>
/// What the assistant is called. The program was named Clawdbot, for some days Moltbot, and is OpenClaw since the end of January 2026; files, folders and variables changed with it:
/// https://docs.openclaw.ai/help/environment
/// </summary>
internal static partial class AssistantNames
{
    /// <summary>Beginnings of its environment variables.</summary>
    private static readonly string[] VariablePrefixes = ["OPENCLAW_", "CLAWDBOT_", "MOLTBOT_"];

    /// <summary>Folders below the home directory that hold its state.</summary>
    public static readonly IReadOnlyList<string> StateFolders = [".openclaw", ".clawdbot", ".moltbot"];

    /// <summary>Whether an image called <paramref name="program"/> is the assistant. Operators and other tools around it have longer names.</summary>
    public static bool IsProgram(string program) => Program().IsMatch(program);

    /// <summary>Whether <paramref name="program"/> is a name from before the last change, which no safe release has.</summary>
    public static bool IsFormerName(string program) => program.StartsWith("clawdbot", StringComparison.Ordinal) || program.StartsWith("moltbot", StringComparison.Ordinal);

    /// <summary>Whether <paramref name="text"/>, an argument or a line of a shell, starts the assistant's gateway.</summary>
    public static bool IsStart(string text) => Start().IsMatch(text);

    /// <summary>Whether a file or key called <paramref name="name"/> is its configuration.</summary>
    public static bool IsConfigurationFile(string name) => ConfigurationFile().IsMatch(name);

    /// <summary>The variables that end in <paramref name="ending"/>, under each of its names.</summary>
    public static IEnumerable<string> Variables(string ending) => VariablePrefixes.Select(prefix => prefix + ending);

    [GeneratedRegex(@"\A(openclaw|clawdbot|moltbot)(-(gateway|assistant|server|bot|slim|browser))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Program();

    [GeneratedRegex(@"(?:\A|[\s/'""=])(?:openclaw\.mjs\b|(?:openclaw|clawdbot|moltbot)(?:\.mjs)?\s+gateway\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(@"\A(openclaw|clawdbot|moltbot)([.-]config)?\.json5?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ConfigurationFile();
}
