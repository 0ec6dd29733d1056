using System.Text;
using System.Text.Json;

namespace Clawdbot.Policies.Values;

/// <summary>Reads JSON into property values, without recursion, so that depth costs memory and not the stack.</summary>
internal static class JsonValues
{
    /// <summary>Deepest nesting that is read; deeper documents are refused.</summary>
    public const int MaximumDepth = 4096;

    /// <summary>The value; null when <paramref name="text"/> is no JSON. Comments and trailing commas are let pass, as the programs that read such files do.</summary>
    public static PropertyValue? TryParse(string text)
    {
        try
        {
            return Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value.</summary>
    /// <exception cref="JsonException">The text is no JSON, deeper than <see cref="MaximumDepth"/>, or has a key twice in an object.</exception>
    public static PropertyValue Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaximumDepth });
        var builder = new ValueBuilder();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    builder.StartMap();
                    break;
                case JsonTokenType.StartArray:
                    builder.StartList();
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    builder.End();
                    break;
                case JsonTokenType.PropertyName when !builder.Key(Text(ref reader)):
                    throw At(utf8, reader.TokenStartIndex, "A key stands twice in one object.");
                case JsonTokenType.PropertyName:
                    break;
                case JsonTokenType.String:
                    builder.Add(new PropertyValue.Text(Text(ref reader)));
                    break;
                case JsonTokenType.Number:
                    builder.Add(new PropertyValue.Number(reader.TryGetDouble(out var number) ? number : double.NaN));
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    builder.Add(new PropertyValue.Flag(reader.TokenType == JsonTokenType.True));
                    break;
                default:
                    builder.Add(PropertyValue.Nothing);
                    break;
            }
        }

        return builder.Result ?? throw new JsonException("The text is empty.");
    }

    private static JsonException At(ReadOnlySpan<byte> utf8, long index, string problem)
    {
        var before = utf8[..(int)index];
        return new JsonException(problem, null, before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'));
    }

    // Escapes of half a surrogate pair are no text; the reader says so with another exception.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string holds characters that are no Unicode text.", e);
        }
    }
}
