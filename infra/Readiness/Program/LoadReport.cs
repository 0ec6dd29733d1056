using System.Globalization;
using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>The result of a load.</summary>
internal sealed class LoadReport
{
    private readonly LoadSettings _settings;
    private readonly ModelSettings[] _models;
    private readonly IReadOnlyList<Answer> _answers;
    private readonly double _seconds;
    private readonly bool _hopeless;

    internal LoadReport(LoadSettings settings, ModelSettings[] models, IReadOnlyList<Answer> answers, double seconds, bool hopeless) =>
        (_settings, _models, _answers, _seconds, _hopeless) = (settings, models, answers, seconds, hopeless);

    /// <summary>Failed messages in percent; all of none sent.</summary>
    internal double ErrorPercent => _answers.Count == 0 ? 100 : 100.0 * Failures / _answers.Count;

    /// <summary>Whether the errors stay below the limit.</summary>
    internal bool ErrorsPass => ErrorPercent < _settings.ErrorPercent;

    /// <summary>Whether each model answers in time.</summary>
    internal bool LatencyPasses => Array.TrueForAll(_models, InTime);

    private int Failures => _answers.Count(answer => answer.Error is not null);

    /// <summary>Errors in words.</summary>
    internal string Errors()
    {
        var classes = _answers.Where(answer => answer.Error is not null).GroupBy(answer => answer.Error, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Format($"{group.Count()} x {group.Key}"));
        var list = string.Join(", ", classes);
        return Format($"{Failures} of {_answers.Count} messages failed, {ErrorPercent:0.##} %, allowed less than {_settings.ErrorPercent:0.##} % at {_settings.Concurrency} at once")
            + (list.Length > 0 ? $": {list}" : "") + (_hopeless ? "; given up, none was answered" : "");
    }

    /// <summary>P95 of each model in words.</summary>
    internal string Latency() => string.Join("; ", _models.Select(model => Percentile(Times(model), 95) is { } time
        ? Format($"{model.Name} P95 {time} ms, allowed {model.TargetMilliseconds} ms, {_settings.Concurrency} at once")
        : $"{model.Name} answered nothing"));

    /// <summary>First token in words.</summary>
    internal string FirstToken() => Percentile(Sorted(_answers, answer => answer.FirstTokenMilliseconds), 95) is { } time ? Format($"first token P95 {time} ms") : "no first token";

    /// <summary>One line for programs.</summary>
    internal JsonObject Json() => new()
    {
        ["profile"] = _settings.Profile,
        ["concurrency"] = _settings.Concurrency,
        ["seconds"] = Math.Round(_seconds, 1),
        ["messages"] = _answers.Count,
        ["failed"] = Failures,
        ["errorPercent"] = Math.Round(ErrorPercent, 3),
        ["messagesPerMinute"] = _seconds > 0 ? Math.Round(_answers.Count * 60 / _seconds, 1) : 0,
        ["retries"] = _answers.Sum(answer => answer.Retries),
        ["cached"] = _answers.Count(answer => answer.Cached),
        ["firstTokenMs"] = Percentiles(Sorted(_answers, answer => answer.FirstTokenMilliseconds)),
        ["answerMs"] = Percentiles(Sorted(_answers, answer => answer.Milliseconds)),
        ["models"] = new JsonArray([.. _models.Select(model => new JsonObject
        {
            ["name"] = model.Name,
            ["p95Ms"] = Percentile(Times(model), 95),
            ["targetMs"] = model.TargetMilliseconds,
            ["pass"] = InTime(model),
        })]),
        ["pass"] = ErrorsPass && LatencyPasses,
    };

    private bool InTime(ModelSettings model) => Percentile(Times(model), 95) is { } time && time <= model.TargetMilliseconds;

    private long[] Times(ModelSettings model) => Sorted(_answers.Where(answer => answer.Model == model.Name), answer => answer.Milliseconds);

    private static long[] Sorted(IEnumerable<Answer> answers, Func<Answer, long> value) => [.. answers.Where(answer => answer.Error is null).Select(value).Order()];

    private static JsonObject Percentiles(long[] sorted) => new() { ["p50"] = Percentile(sorted, 50), ["p95"] = Percentile(sorted, 95), ["p99"] = Percentile(sorted, 99) };

    /// <summary>Nearest rank; null of nothing.</summary>
    private static long? Percentile(long[] sorted, int percent) => sorted.Length == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(percent / 100.0 * sorted.Length) - 1)];

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
