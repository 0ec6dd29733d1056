using System.Globalization;
using System.Text;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Documents;

/// <summary>
/// Reads JSON5 (https://spec.json5.org): JSON as people write it, with comments, trailing commas, keys without quotes and strings in single ones. Without recursion.
/// </summary>
internal sealed class RelaxedJson
{
    private readonly string _text;
    private readonly ValueBuilder _builder = new();
    private readonly Stack<char> _open = new();
    private int _at;

    private RelaxedJson(string text) => _text = text;

    /// <summary>The value; null when <paramref name="text"/> is no JSON5, nested too deeply, or has a key twice in an object.</summary>
    public static PropertyValue? TryParse(string text)
    {
        try
        {
            return JsonValues.TryParse(text) ?? new RelaxedJson(text).Parse();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private char Next => _at < _text.Length ? _text[_at] : '\0';

    private PropertyValue Parse()
    {
        Value();
        while (_open.Count > 0)
        {
            Member(_open.Peek());
        }

        Skip();
        return _at == _text.Length && _builder.Result is { } result ? result : throw Wrong();
    }

    // The next element of the innermost list or object, or its end.
    private void Member(char end)
    {
        Skip();
        if (Next == end)
        {
            _at++;
            _open.Pop();
            _builder.End();
            Separator();
            return;
        }

        if (end == '}')
        {
            if (!_builder.Key(Key()))
            {
                throw Wrong();
            }

            Skip();
            Take(':');
        }

        Value();
    }

    private void Value()
    {
        Skip();
        switch (Next)
        {
            case '{' or '[' when _open.Count >= JsonValues.MaximumDepth:
                throw Wrong();
            case '{':
                _at++;
                _open.Push('}');
                _builder.StartMap();
                return;
            case '[':
                _at++;
                _open.Push(']');
                _builder.StartList();
                return;
            case '"' or '\'':
                _builder.Add(new PropertyValue.Text(Quoted()));
                break;
            default:
                _builder.Add(Literal(Word()));
                break;
        }

        Separator();
    }

    // Between two elements stands a comma; before the end it may.
    private void Separator()
    {
        Skip();
        if (_open.Count == 0 || Next == _open.Peek())
        {
            return;
        }

        Take(',');
    }

    private string Key() => Next is '"' or '\'' ? Quoted() : Word();

    private string Word()
    {
        var start = _at;
        while (char.IsLetterOrDigit(Next) || Next is '_' or '$' or '+' or '-' or '.')
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Wrong();
    }

    private static PropertyValue Literal(string word)
    {
        switch (word)
        {
            case "true" or "false":
                return new PropertyValue.Flag(word == "true");
            case "null":
                return PropertyValue.Nothing;
        }

        if (word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && long.TryParse(word.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
        {
            return new PropertyValue.Number(hexadecimal);
        }

        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new PropertyValue.Number(number) : throw Wrong();
    }

    private string Quoted()
    {
        var quote = _text[_at++];
        var text = new StringBuilder();
        while (Next != quote)
        {
            if (_at >= _text.Length || Next is '\n' or '\r')
            {
                throw Wrong();
            }

            if (Next == '\\')
            {
                _at++;
                Escape(text);
            }
            else
            {
                text.Append(_text[_at++]);
            }
        }

        _at++;
        return text.ToString();
    }

    private void Escape(StringBuilder text)
    {
        if (_at >= _text.Length)
        {
            throw Wrong();
        }

        var escaped = _text[_at++];
        switch (escaped)
        {
            case 'n' or 't' or 'r' or 'b' or 'f' or 'v' or '0':
                text.Append("\n\t\r\b\f\v\0"["ntrbfv0".IndexOf(escaped, StringComparison.Ordinal)]);
                break;
            case 'u' or 'x':
                var digits = escaped == 'u' ? 4 : 2;
                if (_at + digits > _text.Length || !ushort.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    throw Wrong();
                }

                text.Append((char)code);
                _at += digits;
                break;
            case '\r' when Next == '\n':
                _at++;
                break;
            case '\r' or '\n' or '\u2028' or '\u2029':
                break;
            default:
                text.Append(escaped);
                break;
        }
    }

    // White space and comments.
    private void Skip()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(Next) || Next == '\ufeff')
            {
                _at++;
            }
            else if (_text.AsSpan(_at).StartsWith("//"))
            {
                var end = _text.AsSpan(_at).IndexOfAny('\n', '\r');
                _at = end < 0 ? _text.Length : _at + end;
            }
            else if (_text.AsSpan(_at).StartsWith("/*"))
            {
                var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? throw Wrong() : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private void Take(char expected) => _at = Next == expected && _at < _text.Length ? _at + 1 : throw Wrong();

    private static FormatException Wrong() => new("The text is no JSON5.");
}
