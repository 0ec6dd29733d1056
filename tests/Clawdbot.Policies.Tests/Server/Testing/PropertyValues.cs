using System.Globalization;
using System.Text;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>Compares values by their content, without recursion.</summary>
internal static class PropertyValues
{
    /// <summary>An object.</summary>
    public static PropertyValue.Map Map(params (string Key, PropertyValue Value)[] entries) => new([.. entries.Select(e => KeyValuePair.Create(e.Key, e.Value))]);

    /// <summary>A text.</summary>
    public static PropertyValue Text(string value) => new PropertyValue.Text(value);

    /// <summary>An object with lists and objects in it, <paramref name="depth"/> levels deep.</summary>
    public static PropertyValue.Map Nested(int depth)
    {
        PropertyValue value = Text("innermost");
        for (var level = 1; level < depth; level++)
        {
            value = level % 2 == 0 ? Map(("inner", value)) : new PropertyValue.List([value]);
        }

        return Map(("outermost", value));
    }

    /// <summary>Everything that is in a value, in its order.</summary>
    public static string Describe(PropertyValue root)
    {
        var text = new StringBuilder();
        var left = new Stack<object>([root]);
        while (left.TryPop(out var next))
        {
            switch (next)
            {
                case PropertyValue.Map map:
                    left.Push("}");
                    foreach (var (key, value) in map.Entries.Reverse())
                    {
                        left.Push(value);
                        left.Push($"{key.Length}:{key}=");
                    }

                    text.Append('{');
                    break;
                case PropertyValue.List list:
                    left.Push("]");
                    foreach (var item in list.Items.Reverse())
                    {
                        left.Push(item);
                    }

                    text.Append('[');
                    break;
                case PropertyValue.Secret secret:
                    left.Push(secret.Content ?? (object)"hidden;");
                    text.Append("secret ");
                    break;
                case PropertyValue.Opaque opaque:
                    left.Push(opaque.Wire ?? (object)"nothing;");
                    text.Append(opaque.Kind).Append(' ');
                    break;
                default:
                    text.Append(next switch
                    {
                        PropertyValue.Text t => $"text {t.Value.Length}:{t.Value};",
                        PropertyValue.Number n => $"number {BitConverter.DoubleToInt64Bits(n.Value).ToString("x", CultureInfo.InvariantCulture)};",
                        PropertyValue.Flag f => $"flag {f.Value};",
                        PropertyValue.Unknown u => $"unknown {u.Sentinel};",
                        PropertyValue.Null => "null;",
                        _ => next.ToString(),
                    });
                    break;
            }
        }

        return text.ToString();
    }
}
