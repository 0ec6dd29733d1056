using System.Text;

namespace Clawdbot.Cli.Diffs;

/// <summary>Paths of settings as text, for example <c>spec.template.spec.containers[vllm].args[--max-model-len]</c>.</summary>
internal static class PropertyPath
{
    /// <summary>The part for an element of a list.</summary>
    public static string Element(string key) => $"[{key}]";

    /// <summary>Whether a part is an element of a list.</summary>
    public static bool IsElement(string part) => part.Length > 1 && part[0] == '[' && part[^1] == ']';

    /// <summary>The path as text; keys that could be taken for something else are quoted as in JSONPath.</summary>
    public static string Text(IEnumerable<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            // In round brackets stands what is no input: the type or the provider.
            if (IsElement(part) || part is ['(', .., ')'])
            {
                text.Append(part);
            }
            else if (part.Length == 0 || !part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                text.Append("['").Append(part).Append("']");
            }
            else
            {
                text.Append(text.Length == 0 ? "" : ".").Append(part);
            }
        }

        return text.ToString();
    }
}
