using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Between wire values and JSON.</summary>
internal static class WireJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static object? ToWire(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(ToWire).ToList(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(member => member.Name, member => ToWire(member.Value), StringComparer.Ordinal),
        _ => throw new InvalidOperationException($"JSON of kind {json.ValueKind} cannot be sent."),
    };

    /// <summary>The JSON text of a wire value, under its facts; null stays null.</summary>
    public static object? ToText(object? wire)
    {
        if (wire is null)
        {
            return null;
        }

        var facts = new WireFacts();
        var plain = facts.Strip(wire);
        object text = facts.IsKnown ? Write(plain) : WireUnknown.Instance;
        return facts.IsSecret ? new WireSecret(text) : text;
    }

    public static JsonElement ToElement(object? plain)
    {
        using var document = JsonDocument.Parse(Write(plain));
        return document.RootElement.Clone();
    }

    private static string Write(object? plain)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Compact))
        {
            Write(writer, plain);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, object? plain)
    {
        switch (plain)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case List<object?> list:
                writer.WriteStartArray();
                list.ForEach(item => Write(writer, item));
                writer.WriteEndArray();
                break;
            case Dictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var (key, value) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"A value of type {plain.GetType().FullName} cannot be written as JSON text.");
        }
    }
}
