using System.Globalization;
using System.Text;

namespace Clawdbot.Policies.Values;

/// <summary>How places in properties are written: <c>spec.containers[0].image</c>, <c>metadata.labels["app.kubernetes.io/name"]</c>.</summary>
internal static class PropertyPath
{
    /// <summary>The step from a string into the JSON document that it holds: <c>data["router.json"]#.listen</c>.</summary>
    public static readonly object Document = '#';

    /// <summary>A key that no message may show.</summary>
    public static readonly object HiddenKey = '…';

    /// <summary>Longest path that is written out in full, in characters; hostile keys and depths are cut off.</summary>
    private const int Longest = 300;

    /// <summary>Writes the steps: keys, indices, documents.</summary>
    public static string Of(IEnumerable<object> steps)
    {
        var path = new StringBuilder();
        foreach (var step in steps)
        {
            if (path.Length > Longest)
            {
                return path.Append('…').ToString();
            }

            switch (step)
            {
                case int index:
                    path.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
                    break;
                case string key when IsPlain(key):
                    path.Append(path.Length == 0 ? "" : ".").Append(key);
                    break;
                case string key:
                    path.Append("[\"").Append(ShownValue.OneLine(key)).Append("\"]");
                    break;
                case '…':
                    path.Append("[…]");
                    break;
                default:
                    path.Append('#');
                    break;
            }
        }

        return path.ToString();
    }

    private static bool IsPlain(string key) => key.Length is > 0 and <= 64 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$');
}
