using System.CommandLine;
using System.CommandLine.Parsing;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Sizing;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Turns the parser's complaints into this command's one-line form, with the nearest verb or option.</summary>
internal static class UsageErrors
{
    /// <summary>One diagnostic per mistake; at least one.</summary>
    public static IReadOnlyList<Diagnostic> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var help = $"Run `clawdbot {(command is RootCommand ? "" : command.Name + " ")}--help`.";

        // A misspelt option is taken for an argument, and what stands behind it is misread too, so only the first is told.
        var misread = command.Arguments.SelectMany(a => parsed.GetResult(a)?.Tokens ?? [])
            .Select(t => t.Value)
            .Where(t => t.StartsWith('-'))
            .Concat(parsed.UnmatchedTokens)
            .FirstOrDefault();
        if (misread is not null)
        {
            return [Unmatched(misread, command, help)];
        }

        var missing = Missing(parsed.CommandResult, command, help).ToList();
        return missing.Count > 0
            ? missing
            : [.. parsed.Errors.Select(e => Mistake("the command line", $"not understood ({OneLine.Of(e.Message)})", "what the help shows", help))];
    }

    private static Diagnostic Unmatched(string token, Command command, string help)
    {
        var (subject, allowed) = token.StartsWith('-') ? ($"option of {Name(command)}", OptionNames(command))
            : command is RootCommand ? ("verb", command.Subcommands.Select(c => c.Name).ToList())
            : ($"argument of {Name(command)}", command.Arguments.Select(a => $"<{a.Name}> only").ToList());
        var advice = VllmFlagCatalog.WhyMissing(token.Split('=')[0].Replace('_', '-'), SizeDefaults.Version) is { } why
            ? why + " "
            : NearestName.Suggestion(token, allowed);
        return Mistake(subject, $"'{OneLine.Of(token)}'", Words.Choice(allowed), advice + help);
    }

    private static IEnumerable<Diagnostic> Missing(CommandResult result, Command command, string help)
    {
        if (command is RootCommand)
        {
            yield return Mistake("verb", "missing", Words.Choice([.. command.Subcommands.Select(c => c.Name)]), help);
        }

        foreach (var argument in command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0 && (result.GetResult(a)?.Tokens.Count ?? 0) == 0))
        {
            yield return Mistake($"<{argument.Name}> of {Name(command)}", "missing", argument.Description ?? argument.Name, help);
        }

        foreach (var option in command.Options.Where(o => o.Arity.MinimumNumberOfValues > 0))
        {
            var given = result.GetResult(option);
            if (given is { Tokens.Count: 0, Implicit: false } || (option.Required && given is null or { Implicit: true }))
            {
                yield return Mistake($"{option.Name} of {Name(command)}", "missing", $"{option.Name} {option.HelpName}", help);
            }
        }
    }

    private static List<string> OptionNames(Command command) =>
        [.. command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive)).Select(o => o.Name)];

    private static string Name(Command command) => command is RootCommand ? "clawdbot" : $"clawdbot {command.Name}";

    private static Diagnostic Mistake(string subject, string value, string allowed, string remedy) =>
        new(DiagnosticIds.Usage, subject, value, allowed, remedy);
}
