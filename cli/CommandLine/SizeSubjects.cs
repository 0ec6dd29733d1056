using System.CommandLine;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Names the options of <c>clawdbot size</c> in messages, also in those of rules that know members and not options.</summary>
internal static class SizeSubjects
{
    /// <summary>The next step after a mistake in an option.</summary>
    public const string Help = "Run `clawdbot size --help`.";

    /// <summary>An option as the subject of a message.</summary>
    public static string Of(Option option) => $"{option.Name} of clawdbot size";

    /// <summary>The diagnostics of a rule class, about the options behind its members.</summary>
    public static IEnumerable<Diagnostic> Translate(IEnumerable<Diagnostic> diagnostics, SizeOptions options) => diagnostics.Select(diagnostic =>
    {
        var member = diagnostic.Subject[(diagnostic.Subject.LastIndexOf('.') + 1)..].Split('[')[0];
        Option? option = member switch
        {
            "tensorParallelSize" or "gpusPerNode" => options.Gpus,
            "contextTokens" or "maxModelLen" => options.Context,
            "gpuMemoryUtilization" => options.Utilization,
            "maxNumSeqs" => options.MaxNumSeqs,
            "maxNumBatchedTokens" => options.MaxNumBatchedTokens,
            "dtype" => options.Dtype,
            "kvCacheDtype" => options.KvCacheDtype,
            "quantization" => options.Quantization,
            "concurrentRequests" => options.Concurrency,
            "promptTokens" => options.PromptTokens,
            "answerTokens" => options.AnswerTokens,
            "extraFlags" => options.Flag,
            "servedModelName" => options.Model,
            "version" => options.Version,
            _ => null,
        };
        return diagnostic with { Subject = option is null ? $"{member} of clawdbot size" : Of(option) };
    });
}
