using Clawdbot.Policies.Documents;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Values;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Server;

/// <summary>Finds the pack's file of waivers.</summary>
internal static class PackWaivers
{
    /// <summary>The waivers of the file in the pack's folder, or beside the program when that has none; without a file, none.</summary>
    /// <param name="folder">The pack's folder as the engine tells it, perhaps relative; null when it does not tell.</param>
    /// <param name="rules">The rules that exist.</param>
    /// <exception cref="InputException">The file cannot be read, or is wrong.</exception>
    public static IReadOnlyList<Waiver> Read(string? folder, IReadOnlyList<PolicyRule> rules)
    {
        foreach (var place in new[] { folder, AppContext.BaseDirectory })
        {
            if (string.IsNullOrEmpty(place))
            {
                continue;
            }

            var file = Path.Combine(Path.GetFullPath(place), WaiverFile.Name);
            if (Path.Exists(file))
            {
                return WaiverFile.Read(file, Text(file), rules);
            }
        }

        return [];
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.Of(
                PolicyDiagnosticIds.Waiver, ShownValue.OneLine(file), "not readable", "a file that the pack may read", "Correct its permissions, or remove it when nothing is waived.");
        }
    }
}
