using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Rules for flags of vLLM that are passed through <c>--flag</c>.</summary>
internal static class SizeFlagRules
{
    /// <summary>All mistakes in <paramref name="flags"/>.</summary>
    public static IEnumerable<Diagnostic> Check(IEnumerable<string> flags, string subject)
    {
        foreach (var flag in flags)
        {
            var name = NameOf(flag);
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                yield return Wrong(flag, "a flag with its dashes, as --flag=--NAME or --flag=--NAME=VALUE");
            }
            else if (VllmFlagCatalog.Nonexistent.TryGetValue(name, out var replacement))
            {
                yield return Wrong(name, "flags that the release of vLLM has", replacement + " ");
            }
            else if (VllmFlagCatalog.Owned.ContainsKey(name))
            {
                yield return Wrong(name, "flags that this command does not choose itself", "Use the option of `clawdbot size` instead. ");
            }
        }

        Diagnostic Wrong(string value, string allowed, string advice = "") =>
            new(DiagnosticIds.InvalidVllmFlag, subject, $"'{OneLine.Of(value)}'", allowed, advice + SizeSubjects.Help);
    }

    /// <summary>The name of a flag as catalogues spell it: vLLM's parser takes underscores for dashes.</summary>
    public static string NameOf(string flag) => flag.Split('=', ' ')[0].Replace('_', '-');
}
