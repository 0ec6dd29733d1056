using System.Globalization;
using Clawdbot.Cli.Diffs;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>Words that the table and the Markdown of a comparison share.</summary>
internal static class DiffWords
{
    // Enough to recognise a value; whole scripts and documents are in the plans.
    private const int LongestValue = 60;

    /// <summary>Changes, most severe class first.</summary>
    public static IEnumerable<DiffChange> Ordered(DiffReport report) => report.Changes.OrderByDescending(change => change.Consequence.Restart);

    /// <summary>One line for the whole: "3 changes: 1 data, 2 hot".</summary>
    public static string Totals(DiffReport report) => report.Changes.IsEmpty
        ? "no changes"
        : $"{PreviewTree.Count(report.Changes.Length, "change")}: " + string.Join(", ", report.Changes.CountBy(change => change.Consequence.Restart)
            .OrderByDescending(pair => pair.Key)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {Effects.Word(pair.Key)}")));

    /// <summary>"2 of 3", or "-" when no pod is touched.</summary>
    public static string Pods(int pods, int replicas) => pods == 0 && replicas == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{pods} of {replicas}");

    /// <summary>Minutes with one digit.</summary>
    public static string Minutes(double minutes) => minutes.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Minutes of a change; "-" when no pod is touched.</summary>
    public static string Minutes(DiffChange change, double minutes) => change.Consequence.Restarts.IsEmpty ? "-" : Minutes(minutes);

    /// <summary>"8192 -> 16384", "added 5", "removed" and so on, without secrets.</summary>
    public static string Change(DiffChange change) => change switch
    {
        { Property: DiffChange.Whole } => change.Kind,
        { IsSecret: true } => $"{change.Kind} [secret]",
        { Kind: "added" } => $"added {Value(change.After)}",
        { Kind: "removed" } => $"removed, was {Value(change.Before)}",
        _ => $"{Value(change.Before)} -> {Value(change.After)}",
    };

    private static string Value(PlanValue? value)
    {
        // The first lines of a script or a document are mostly the same on both sides.
        if (value is PlanValue.Text document && document.Value.Contains('\n', StringComparison.Ordinal))
        {
            return string.Create(CultureInfo.InvariantCulture, $"text of {document.Value.Count(c => c == '\n')} lines and {document.Value.Length} characters");
        }

        var text = value is null ? "" : ValueText.Of(value);
        return text.Length == 0 ? "''" : text.Length <= LongestValue ? text : text[..Whole(text)] + "…";
    }

    // Half a surrogate pair is no text.
    private static int Whole(string text) => char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
}
