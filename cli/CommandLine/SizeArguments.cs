using System.CommandLine;
using System.Globalization;
using Clawdbot.Cli.Files;
using Clawdbot.Cli.Sizing;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Reads the values of <see cref="SizeOptions"/>; mistakes are collected, so that one run tells them all.</summary>
internal sealed class SizeArguments(ParseResult parsed, SizeOptions options)
{
    // Longer contexts, batches and queues than any model or server has: larger numbers are typing mistakes and would overflow sums.
    private const int LargestNumber = 16_777_216;

    private static readonly string[] Formats = ["none", "awq", "gptq", "fp8", "int8", "bitsandbytes", "mxfp4"];
    private static readonly string[] Dtypes = ["auto", "half", "float16", "bfloat16", "float", "float32"];
    private static readonly string[] CacheTypes = ["auto", "fp8", "fp8_e4m3", "fp8_e5m2"];
    private readonly List<Diagnostic> _mistakes = [];

    /// <summary>The question about one model on one card.</summary>
    /// <exception cref="DiagnosticException">Something is missing, wrong, or impossible for this model on this card.</exception>
    public SizeQuestion Question()
    {
        var goal = ReadGoal() with { Flags = [.. parsed.GetValue(options.Flag) ?? []] };
        var format = Choice(options.Quantization, Formats) is { } text ? WeightFormats.Parse(text) : null;
        var model = ReadModel();
        var gpu = ReadGpu();
        if (model is null || gpu is null)
        {
            throw new DiagnosticException(_mistakes);
        }

        var question = new SizeQuestion(model with { Format = format ?? model.Format }, gpu, Math.Min(goal.Gpus ?? SizeDefaults.Gpus, ModelPoolDefaults.GpusPerNode.Maximum), goal);
        _mistakes.AddRange(SizeSubjects.Translate(CapacityRequestRules.Check(question.Request(), "", SizeSubjects.Help), options));
        DiagnosticException.ThrowIfAny(_mistakes);
        return question;
    }

    /// <summary>The question about many pairs of model and card: all of the catalogues, or those that are named.</summary>
    /// <exception cref="DiagnosticException">A value is wrong, or an option is for one pair only.</exception>
    public MatrixQuestion MatrixQuestion()
    {
        var goal = ReadGoal();
        RefuseBeside(options.All, options.OfOnePair);
        if (goal is { MaxNumSeqs: { } sequences, MaxNumBatchedTokens: { } tokens } && sequences > tokens)
        {
            _mistakes.Add(new Diagnostic(
                DiagnosticIds.CapacityOutOfRange, SizeSubjects.Of(options.MaxNumSeqs), sequences.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"at most {options.MaxNumBatchedTokens.Name}, {tokens}"), SizeSubjects.Help));
        }

        var model = parsed.GetValue(options.Model) is null && parsed.GetValue(options.Config) is null ? null : ReadModel();
        var gpu = parsed.GetValue(options.Sku) is null ? null : ReadGpu();
        DiagnosticException.ThrowIfAny(_mistakes);
        var question = new MatrixQuestion(
            model is null ? [.. ModelCatalog.All.Select(SizedModel.Of)] : [model],
            gpu is null ? GpuCatalog.All : [gpu],
            goal);
        RefuseWhatNoPairAllows(question);
        return question;
    }

    /// <summary>A mistake that is one for every pair is the question's; one that is not shows up in the pair's row.</summary>
    private void RefuseWhatNoPairAllows(MatrixQuestion question)
    {
        IReadOnlyList<Diagnostic>? first = null;
        foreach (var pair in question.Models.SelectMany(question.PairsOf))
        {
            var mistakes = CapacityRequestRules.Check(pair.Request(), "", SizeSubjects.Help);
            if (mistakes.Count == 0)
            {
                return;
            }

            first ??= mistakes;
        }

        throw new DiagnosticException([.. SizeSubjects.Translate(first!, options)]);
    }

    /// <summary>The tables to validate with.</summary>
    /// <exception cref="DiagnosticException">An option has no meaning here.</exception>
    public (string Points, string? Models) Tables()
    {
        RefuseBeside(options.Validate, options.Each.Where(o => o != options.Validate && o != options.Models && o != options.Json));
        DiagnosticException.ThrowIfAny(_mistakes);
        return (parsed.GetRequiredValue(options.Validate), parsed.GetValue(options.Models));
    }

    private SizeGoal ReadGoal()
    {
        if (parsed.GetValue(options.Validate) is null)
        {
            Refuse(options.Models, "without --validate", "--models CSV beside --validate CSV");
        }

        return new SizeGoal
        {
            Gpus = Count(options.Gpus),
            Context = Count(options.Context),
            Concurrency = Count(options.Concurrency),
            PromptTokens = Count(options.PromptTokens),
            AnswerTokens = Count(options.AnswerTokens),
            Utilization = Share(options.Utilization),
            Version = Release(options.Version),
            Dtype = Choice(options.Dtype, Dtypes),
            KvCacheDtype = Choice(options.KvCacheDtype, CacheTypes),
            MaxNumSeqs = Count(options.MaxNumSeqs),
            MaxNumBatchedTokens = Count(options.MaxNumBatchedTokens),
            EnforceEager = parsed.GetValue(options.EnforceEager) ? true : null,
        };
    }

    private SizedModel? ReadModel()
    {
        var name = parsed.GetValue(options.Model);
        if (parsed.GetValue(options.Config) is { } file)
        {
            return Attempt(() => HuggingFaceConfig.Parse(InputFile.Read(options.Config.Name, file), OneLine.Of(file))) is { } shapes
                ? new SizedModel(OneLine.Of(name ?? file), shapes, shapes.Format, $"Shapes from {OneLine.Of(file)}.") { ServedName = name is null ? SizeDefaults.ServedName : null }
                : null;
        }

        if (name is null)
        {
            Wrong(options.Model, "missing", "--model ID with --sku SKU, --config FILE with --sku SKU, --all, or --validate CSV");
            return null;
        }

        return Attempt(() => ModelCatalog.Require(OneLine.Of(name), SizeSubjects.Of(options.Model))) is { } match
            ? match.Exact
                ? SizedModel.Of(match.Entry)
                : new SizedModel(
                    OneLine.Of(name), match.Entry.Architecture, match.Format,
                    $"Not in the catalogue; shapes of {match.Entry.Id}, which its name derives from. Give --config to be sure.")
            : null;
    }

    private GpuSku? ReadGpu()
    {
        if (parsed.GetValue(options.Sku) is not { } sku)
        {
            Wrong(options.Sku, "missing", Words.Choice(GpuCatalog.Names));
            return null;
        }

        var match = GpuCatalog.Recognize(sku);
        if (match is null)
        {
            _mistakes.Add(new Diagnostic(
                DiagnosticIds.UnknownCapacityGpu, SizeSubjects.Of(options.Sku), Quoted(sku), Words.Choice(GpuCatalog.Names),
                NearestName.Suggestion(sku, GpuCatalog.Names) + SizeSubjects.Help));
        }

        return match?.Sku;
    }

    private T? Attempt<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (DiagnosticException e)
        {
            _mistakes.AddRange(e.Diagnostics);
            return null;
        }
    }

    private int? Count(Option<string> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LargestNumber)
        {
            return number;
        }

        Wrong(option, Quoted(text), string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {LargestNumber}"));
        return null;
    }

    private double? Share(Option<string> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1)
        {
            return share;
        }

        _mistakes.Add(new Diagnostic(DiagnosticIds.CapacityOutOfRange, SizeSubjects.Of(option), Quoted(text), "a number above 0 and at most 1, for example 0.92", SizeSubjects.Help));
        return null;
    }

    private VllmVersion? Release(Option<string> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        var version = VllmVersion.Parse(text);
        if (version is null)
        {
            Wrong(option, Quoted(text), "a release such as 0.27.1");
        }

        return version;
    }

    private string? Choice(Option<string> option, string[] allowed)
    {
        if (parsed.GetValue(option) is not { } text || allowed.Contains(text, StringComparer.Ordinal))
        {
            return parsed.GetValue(option);
        }

        _mistakes.Add(new Diagnostic(
            DiagnosticIds.Usage, SizeSubjects.Of(option), Quoted(text), Words.Choice(allowed), NearestName.Suggestion(text, allowed) + SizeSubjects.Help));
        return null;
    }

    private void RefuseBeside(Option mode, IEnumerable<Option> others)
    {
        foreach (var other in others)
        {
            Refuse(other, $"given beside {mode.Name}", $"{other.Name} without {mode.Name}");
        }
    }

    private void Refuse(Option option, string value, string allowed)
    {
        if (parsed.GetResult(option) is { Implicit: false })
        {
            Wrong(option, value, allowed);
        }
    }

    private void Wrong(Option option, string value, string allowed) =>
        _mistakes.Add(new Diagnostic(DiagnosticIds.Usage, SizeSubjects.Of(option), value, allowed, SizeSubjects.Help));

    private static string Quoted(string text) => $"'{OneLine.Of(text)}'";
}
