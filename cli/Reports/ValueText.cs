using System.Text;
using System.Text.Json;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>One value on one line for people: secrets and unknown values in words, the rest as text or JSON.</summary>
internal static class ValueText
{
    /// <summary>The line.</summary>
    public static string Of(PlanValue value) => value switch
    {
        PlanValue.Secret or PlanValue.Hidden => "[secret]",
        PlanValue.Unknown => "[known after the deployment]",
        PlanValue.Text text => Visible(text.Value),
        PlanValue.Reference reference => reference.Urn,
        _ => Visible(Json(value)),
    };

    private static string Json(PlanValue value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, PlanJson.WriterOptions with { Indented = false }))
        {
            PlanJson.WriteValue(json, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // A value must not be able to add lines or to steer the terminal.
    private static string Visible(string text) =>
        text.Any(char.IsControl) ? JsonEncodedText.Encode(text).ToString() : text;
}
