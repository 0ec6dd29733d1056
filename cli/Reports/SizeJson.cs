using System.Text.Json;
using Clawdbot.Cli.Plans;
using Clawdbot.Cli.Sizing;

namespace Clawdbot.Cli.Reports;

/// <summary>One answer of <c>clawdbot size</c> for programs; docs/size.md describes it. Members may be added, none is removed or renamed.</summary>
internal static class SizeJson
{
    /// <summary>The answer as UTF-8, ending in a line feed.</summary>
    public static byte[] Write(SizeReport report) => PlanJson.Document(json =>
    {
        json.WriteBoolean("fits", report.Fits);
        json.WriteString("reason", report.Reason);
        PlanJson.WriteStrings(json, "flags", [.. report.Flags.Select(f => f.Text)]);
        List(json, "terms", report.Terms, t =>
        {
            json.WriteString("name", t.Name);
            json.WriteNumber("gib", Rounded(t.GiB));
            json.WriteString("formula", t.Formula);
        });
        json.WriteNumber("kvCacheTokens", report.KvCacheTokens);
        json.WriteNumber("maxConcurrency", Rounded(report.MaxConcurrency));
        List(json, "proposals", report.Proposals, p =>
        {
            json.WriteString("change", p.Change);
            Number(json, "pricePerHour", p.PricePerHour);
        });
        json.WriteString("model", report.Model);
        json.WriteString("sku", report.Sku);
        json.WriteNumber("gpus", report.Gpus);
        json.WriteNumber("replicas", report.Replicas);
        json.WriteString("vllmVersion", report.VllmVersion);
        json.WriteNumber("context", report.Context);
        json.WriteNumber("largestContext", report.LargestContext);
        List(json, "flagReasons", report.Flags, f =>
        {
            json.WriteString("flag", f.Text);
            json.WriteString("reason", f.Reason);
        });
        json.WriteStartObject("figures");
        foreach (var figure in report.Figures)
        {
            Number(json, figure.Name, figure.Value);
        }

        json.WriteEndObject();
        PlanJson.WriteStrings(json, "notes", report.Notes);
    });

    /// <summary>Writes a list of objects.</summary>
    public static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a number that may be unknown.</summary>
    public static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, Rounded(number));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    // Six decimals are a kilobyte of a GiB: beyond that digits only show how a sum was ordered.
    private static double Rounded(double value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
