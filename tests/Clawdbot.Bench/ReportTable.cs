using System.Globalization;
using System.Text;

namespace Clawdbot.Bench;

/// <summary>Writes the report for a reader.</summary>
internal static class ReportTable
{
    public static string Format(BenchReport report)
    {
        var text = new StringBuilder();
        if (report.Graphs.Count > 0)
        {
            Line(text, $"{"applications",12} {"objects",8} {"sdk s",8} {"node s",8} {"faster",8} {"sdk MiB",9} {"node MiB",9} {"memory",8}  digest");
            foreach (var row in report.Graphs)
            {
                Line(text, $"{row.Applications,12} {row.Resources,8} {row.Sdk.Seconds,8:F2} {Number(row.Node?.Seconds, "F2"),8} {Number(row.TimesFaster, "F1", "x"),8} {row.Sdk.PeakMiB,9:F0} {Number(row.Node?.PeakMiB, "F0"),9} {Number(row.MemoryRatio, "F2", "x"),8}  {row.Digest[..12]}");
            }
            Line(text, $"growth exponent, all sizes: sdk {Number(report.Growth.Sdk, "F2")}, node {Number(report.Growth.Node, "F2")}; between the two largest: sdk {Number(report.Growth.SdkLast, "F2")}, node {Number(report.Growth.NodeLast, "F2")}");
        }
        foreach (var row in report.Commands)
            Line(text, $"{row.Command}: {row.Seconds:F2} s, {row.PeakMiB:F0} MiB (median of {BenchDefaults.CommandRuns})");
        if (report.Planner is { } planner)
            Line(text, $"planning one pool: {planner.FitMilliseconds:F2} ms, refused with proposals {planner.RefusalMilliseconds:F2} ms (median of {BenchDefaults.PlanRuns})");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Number(double? value, string format, string unit = "")
        => value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) + unit : "-";
}
