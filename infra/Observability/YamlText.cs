using System.Globalization;
using System.Text;

namespace Clawdbot.Infra.Observability;

/// <summary>
/// Writes nested dictionaries and lists of texts, numbers and flags as YAML that Prometheus and Alertmanager read. Every text is
/// quoted, and several lines become a block, so no text is ever taken for something else.
/// </summary>
internal static class YamlText
{
    /// <summary>The document, ending in a line feed.</summary>
    /// <param name="root">Dictionaries, lists, texts, whole numbers and flags.</param>
    /// <exception cref="ArgumentException">A value of another type.</exception>
    internal static string Of(IReadOnlyDictionary<string, object> root)
    {
        var text = new StringBuilder();
        Members(text, root, 0, onDash: false);
        return text.ToString();
    }

    private static void Members(StringBuilder text, IReadOnlyDictionary<string, object> members, int depth, bool onDash)
    {
        foreach (var (key, value) in members)
        {
            // The first key of a list's entry stands on the line of the dash.
            text.Append(' ', onDash ? 0 : depth * 2).Append(key).Append(':');
            onDash = false;
            Value(text, value, depth);
        }
    }

    private static void Value(StringBuilder text, object value, int depth)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object> { Count: > 0 } members:
                text.Append('\n');
                Members(text, members, depth + 1, onDash: false);
                break;
            case object[] { Length: > 0 } items:
                text.Append('\n');
                foreach (var item in items)
                    Item(text, item, depth);
                break;
            case string lines when lines.Contains('\n', StringComparison.Ordinal) && !lines.EndsWith('\n'):
                text.Append(" |-\n");
                foreach (var line in lines.Split('\n'))
                    text.Append(' ', (depth + 1) * 2).Append(line).Append('\n');
                break;
            default:
                text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private static void Item(StringBuilder text, object item, int depth)
    {
        text.Append(' ', depth * 2).Append("- ");
        if (item is IReadOnlyDictionary<string, object> { Count: > 0 } members)
            Members(text, members, depth + 1, onDash: true);
        else
            text.Append(Scalar(item)).Append('\n');
    }

    private static string Scalar(object value) => value switch
    {
        string word => Quoted(word),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object> => "{}",
        object[] => "[]",
        _ => throw new ArgumentException($"No YAML for a {value.GetType().Name}.", nameof(value)),
    };

    private static string Quoted(string word)
    {
        var text = new StringBuilder(word.Length + 2).Append('"');
        foreach (var character in word)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }
        return text.Append('"').ToString();
    }
}
