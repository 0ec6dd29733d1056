using System.CommandLine;
using System.Text.RegularExpressions;
using Clawdbot.Cli.Sizing;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Names the options of <c>clawdbot size</c> in messages, also in those of rules that know members and not options.</summary>
internal static partial class SizeSubjects
{
    /// <summary>The next step after a mistake in an option.</summary>
    public const string Help = "Run `clawdbot size --help`.";

    /// <summary>An option as the subject of a message.</summary>
    public static string Of(Option option) => $"{option.Name} of clawdbot size";

    /// <summary>The diagnostics of a rule class, about the options behind its members.</summary>
    public static IEnumerable<Diagnostic> Translate(IEnumerable<Diagnostic> diagnostics, SizeOptions options) => diagnostics.Select(diagnostic =>
    {
        var member = diagnostic.Subject[(diagnostic.Subject.LastIndexOf('.') + 1)..].Split('[')[0];
        var option = OptionOf(member, options);
        return diagnostic with
        {
            Subject = option is null ? $"{member} of clawdbot size" : Of(option),
            Allowed = Translate(diagnostic.Allowed, options),
            Remedy = Translate(diagnostic.Remedy, options),
        };
    });

    /// <summary>A sentence of the planner, with options in place of the settings that have one.</summary>
    public static string Translate(string text, SizeOptions options) =>
        Members().Replace(text, match => OptionOf(match.Groups["member"].Value, options) is { } option ? option.Name + (match.Groups["value"].Success ? " " : "") : match.Value);

    /// <summary>A report with options in place of the settings that have one.</summary>
    public static SizeReport Translate(SizeReport report, SizeOptions options) => report with
    {
        Proposals = [.. report.Proposals.Select(p => p with { Change = Translate(p.Change, options) })],
        Notes = [.. report.Notes.Select(n => Translate(n, options))],
    };

    private static Option? OptionOf(string member, SizeOptions options) => member switch
    {
        "tensorParallelSize" or "gpusPerNode" => options.Gpus,
        "contextTokens" or "maxModelLen" => options.Context,
        "gpuMemoryUtilization" => options.Utilization,
        "maxNumSeqs" => options.MaxNumSeqs,
        "maxNumBatchedTokens" => options.MaxNumBatchedTokens,
        "dtype" => options.Dtype,
        "kvCacheDtype" => options.KvCacheDtype,
        "quantization" => options.Quantization,
        "enforceEager" => options.EnforceEager,
        "concurrentRequests" => options.Concurrency,
        "promptTokens" => options.PromptTokens,
        "answerTokens" => options.AnswerTokens,
        "extraFlags" => options.Flag,
        "servedModelName" => options.Model,
        "version" => options.Version,
        _ => null,
    };

    // Names that are no English word stand for themselves; the others only where they are called settings or have a value.
    [GeneratedRegex(@"(?:the setting )?'(?<member>[a-zA-Z]+)'|(?:\bgoal\.)?\b(?<member>tensorParallelSize|contextTokens|maxModelLen|gpuMemoryUtilization|maxNumSeqs|maxNumBatchedTokens|kvCacheDtype|concurrentRequests|promptTokens|answerTokens)\b(?<value>: )?|\b(?<member>quantization|dtype)(?<value>: )", RegexOptions.ExplicitCapture)]
    private static partial Regex Members();
}
