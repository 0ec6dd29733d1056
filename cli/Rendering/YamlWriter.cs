using System.Text;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Rendering;

/// <summary>
/// Writes a plan value as block-style YAML: two blanks per level, LF, keys in the order of <see cref="KeyOrder"/>.
/// Only values without secret, unknown or hidden parts can be written; <see cref="ManifestRenderer"/> takes those out first.
/// </summary>
internal sealed class YamlWriter
{
    // A YAML reader need not accept a longer key without the explicit `? ` form (YAML 1.2, section 8.2.2).
    private const int LongestImplicitKey = 1000;

    private readonly StringBuilder _text = new();

    /// <summary>The document for <paramref name="root"/>, ending in a line feed.</summary>
    public static string Write(PlanValue.Map root)
    {
        var writer = new YamlWriter();
        if (root.Entries.IsEmpty)
        {
            writer._text.Append("{}\n");
        }
        else
        {
            writer.Entries(root, 0);
        }

        return writer._text.ToString();
    }

    private void Entries(PlanValue.Map map, int depth)
    {
        var first = true;
        foreach (var (key, value) in map.Entries.OrderBy(e => KeyOrder(e.Key)).ThenBy(e => e.Key, StringComparer.Ordinal))
        {
            // The first key of a map inside a list stands on the line of the dash.
            if (!first || _text.Length == 0 || _text[^1] == '\n')
            {
                Indent(depth);
            }

            first = false;
            Key(key, depth);
            Value(value, depth, inList: false);
        }
    }

    private void Key(string key, int depth)
    {
        var spelled = YamlScalar.Text(key);
        if (spelled.Length > LongestImplicitKey)
        {
            _text.Append("? ").Append(spelled).Append('\n');
            Indent(depth);
            _text.Append(':');
        }
        else
        {
            _text.Append(spelled).Append(':');
        }
    }

    private void Value(PlanValue value, int depth, bool inList)
    {
        switch (value)
        {
            case PlanValue.Map { Entries.IsEmpty: false } map when inList:
                _text.Append(' ');
                Entries(map, depth + 1);
                break;
            case PlanValue.Map { Entries.IsEmpty: false } map:
                _text.Append('\n');
                Entries(map, depth + 1);
                break;
            case PlanValue.List { Items.IsEmpty: false } list when inList:
                _text.Append('\n');
                Items(list, depth + 1);
                break;
            case PlanValue.List { Items.IsEmpty: false } list:
                _text.Append('\n');
                Items(list, depth);
                break;
            case PlanValue.Text block when YamlScalar.IsBlock(block.Value):
                Block(block.Value, depth + 1);
                break;
            default:
                _text.Append(' ').Append(Scalar(value)).Append('\n');
                break;
        }
    }

    private void Items(PlanValue.List list, int depth)
    {
        foreach (var item in list.Items)
        {
            Indent(depth);
            _text.Append('-');
            Value(item, depth, inList: true);
        }
    }

    private void Block(string value, int depth)
    {
        _text.Append(' ').Append(YamlScalar.BlockHeader(value)).Append('\n');
        var body = value.EndsWith('\n') ? value[..^1] : value;
        foreach (var line in body.Split('\n'))
        {
            if (line.Length > 0)
            {
                Indent(depth);
                _text.Append(line);
            }

            _text.Append('\n');
        }
    }

    private static string Scalar(PlanValue value) => value switch
    {
        PlanValue.Text text => YamlScalar.Text(text.Value),
        PlanValue.Number number => YamlScalar.Number(number.Value),
        PlanValue.Flag flag => flag.Value ? "true" : "false",
        PlanValue.Null => "null",
        PlanValue.Map => "{}",
        PlanValue.List => "[]",
        _ => throw new InvalidOperationException($"A {value.GetType().Name} value reached the YAML writer."),
    };

    // What a thing is, then what it is called, then the rest by name: how people write manifests.
    private static int KeyOrder(string key) => key switch
    {
        "apiVersion" => 0,
        "kind" => 1,
        "metadata" => 2,
        "name" => 3,
        "namespace" => 4,
        _ => 5,
    };

    private void Indent(int depth) => _text.Append(' ', depth * 2);
}
