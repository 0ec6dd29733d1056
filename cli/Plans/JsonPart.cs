using System.Globalization;
using System.Text;
using System.Text.Json;
using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Cli.Plans;

/// <summary>A value of a JSON file together with its place, so that an error can name line and column.</summary>
internal sealed class JsonPart
{
    /// <summary>Objects and lists within each other, at most: a plan has some twenty, and a reader that calls itself must end.</summary>
    private const int DeepestLevel = 128;

    private readonly string _file;
    private readonly ReadOnlyMemory<byte> _whole;
    private readonly long _offset;

    private JsonPart(string file, ReadOnlyMemory<byte> whole, ref Utf8JsonReader reader)
    {
        (_file, _whole, _offset) = (file, whole, reader.TokenStartIndex);
        Kind = reader.TokenType;
        switch (Kind)
        {
            case JsonTokenType.StartObject:
                ReadMembers(ref reader);
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Items.Add(new JsonPart(file, whole, ref reader));
                }

                break;
            case JsonTokenType.String:
                Text = reader.GetString();
                break;
            case JsonTokenType.Number:
                Number = reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong("a number out of range", "a number that a 64-bit float holds");
                break;
        }
    }

    /// <summary>The token: StartObject, StartArray, String, Number, True, False or Null.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>The text of a string.</summary>
    public string? Text { get; }

    /// <summary>The value of a number.</summary>
    public double Number { get; }

    /// <summary>The elements of a list.</summary>
    public List<JsonPart> Items { get; } = [];

    /// <summary>The members of an object, in the file's order.</summary>
    public List<KeyValuePair<string, JsonPart>> Members { get; } = [];

    /// <summary>Reads a whole file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="DiagnosticException">It is not JSON, or an object has a key twice.</exception>
    public static JsonPart Parse(string file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DeepestLevel });
            reader.Read();
            var root = new JsonPart(file, bytes, ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.PlanSyntax, string.Create(CultureInfo.InvariantCulture, $"{file}:{(e.LineNumber ?? 0) + 1}:{(e.BytePositionInLine ?? 0) + 1}"),
                $"not valid JSON ({OneLine.Of(WithoutPlace(e.Message))})", "a plan as `clawdbot preview --out` writes it", "Write the file again.")]);
        }
        catch (InvalidOperationException)
        {
            // The reader's answer to an escaped half of a surrogate pair.
            throw new DiagnosticException([new Diagnostic(
                DiagnosticIds.PlanSyntax, file, "not valid JSON (a text is no Unicode)", "a plan as `clawdbot preview --out` writes it", "Write the file again.")]);
        }
    }

    /// <summary>The member called <paramref name="name"/>; null when it is missing.</summary>
    public JsonPart? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Key == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>The member called <paramref name="name"/>, which must be there.</summary>
    public JsonPart Get(string name) => Find(name) ?? throw Wrong($"without {name}", $"an object with {name}");

    /// <summary>This value, which must be an object.</summary>
    public JsonPart AsObject() => Kind == JsonTokenType.StartObject ? this : throw Wrong(Word, "an object");

    /// <summary>The elements of this value, which must be a list.</summary>
    public List<JsonPart> AsItems() => Kind == JsonTokenType.StartArray ? Items : throw Wrong(Word, "a list");

    /// <summary>The text of this value, which must be a string.</summary>
    public string AsText() => Text ?? throw Wrong(Word, "a text");

    /// <summary>The text of this value, which must be a string or null.</summary>
    public string? AsTextOrNull() => Kind == JsonTokenType.Null ? null : Text ?? throw Wrong(Word, "a text or null");

    /// <summary>This value, which must be true or false.</summary>
    public bool AsFlag() => Kind is JsonTokenType.True or JsonTokenType.False ? Kind == JsonTokenType.True : throw Wrong(Word, "true or false");

    /// <summary>This value, which must be a number.</summary>
    public double AsNumber() => Kind == JsonTokenType.Number ? Number : throw Wrong(Word, "a number");

    /// <summary>This value, which must be a whole number of at most nine digits.</summary>
    public int AsInteger() => Kind == JsonTokenType.Number && Math.Floor(Number) == Number && Math.Abs(Number) < 1_000_000_000
        ? (int)Number
        : throw Wrong(Kind == JsonTokenType.Number ? Number.ToString("R", CultureInfo.InvariantCulture) : Word, "a whole number of at most nine digits");

    /// <summary>The error that this value is not what it should be.</summary>
    public DiagnosticException Wrong(string value, string allowed) => new(
        [new Diagnostic(DiagnosticIds.PlanShape, $"{_file}:{Place()}", OneLine.Of(value), allowed, "Write the file again with `clawdbot preview --out`.")]);

    private string Word => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    private void ReadMembers(ref Utf8JsonReader reader)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var value = new JsonPart(_file, _whole, ref reader);
            if (!seen.Add(name))
            {
                throw value.Wrong($"a second '{name}'", "each key once");
            }

            Members.Add(KeyValuePair.Create(name, value));
        }
    }

    private string Place()
    {
        var before = _whole.Span[..(int)_offset];
        var line = before.Count((byte)'\n') + 1;
        var column = before.Length - before.LastIndexOf((byte)'\n');
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column}");
    }

    // The message ends in the parser's own count of lines, from 0.
    private static string WithoutPlace(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }
}
