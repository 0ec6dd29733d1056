using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Clawdbot.Infra.Observability;

/// <summary>Finds the metrics that a PromQL expression reads, so that they can be compared with what exporters export.</summary>
public static partial class MetricNames
{
    /// <summary>Words of PromQL that stand where a metric could stand.</summary>
    private static readonly ImmutableHashSet<string> Keywords = ["and", "or", "unless", "bool", "offset", "start", "end", "atan2", "inf", "nan"];

    /// <summary>
    /// The names, each once, in ordinal order. Texts, selectors, ranges and label lists are taken out; what is left and not followed by a
    /// parenthesis is a metric. Metrics named only by a <c>__name__</c> matcher are not found; no rule here uses one.
    /// </summary>
    /// <param name="expression">PromQL.</param>
    public static ImmutableArray<string> In(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        // Texts first, because they may contain any other sign.
        var rest = Ranges().Replace(Selectors().Replace(Texts().Replace(expression, "\"\""), " "), " ");
        rest = LabelLists().Replace(rest, " ");
        return
        [
            .. Words().Matches(rest).Select(match => match.Value)
                .Where(word => !Keywords.Contains(word.ToLowerInvariant()))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex("""("(\\.|[^"\\])*")|('(\\.|[^'\\])*')|(`[^`]*`)""")]
    private static partial Regex Texts();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selectors();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\b\s*(\([^)]*\))?")]
    private static partial Regex LabelLists();

    /// <summary>A name: not the unit of a number such as 5m, not a function or aggregation.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9_:.])[A-Za-z_:][A-Za-z0-9_:]*(?![A-Za-z0-9_:]|\s*\()")]
    private static partial Regex Words();
}
