using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Diffs;

/// <summary>Reads lists of texts that are really tables: the arguments of a program, and variables written <c>NAME=value</c>.</summary>
internal static class ArgumentList
{
    /// <summary>Whether the list called <paramref name="name"/> is to be read as arguments on both sides.</summary>
    public static bool IsArguments(string name, ImmutableArray<PlanValue> before, ImmutableArray<PlanValue> after) =>
        name is "args" or "command" or "entrypoints" && AllTexts(before, after) && before.Concat(after).Any(item => Text(item).StartsWith("--", StringComparison.Ordinal));

    /// <summary>Whether the list called <paramref name="name"/> is to be read as variables on both sides.</summary>
    public static bool IsVariables(string name, ImmutableArray<PlanValue> before, ImmutableArray<PlanValue> after) =>
        name is "envs" && AllTexts(before, after) && before.Concat(after).All(item => Text(item).IndexOf('=', StringComparison.Ordinal) > 0);

    /// <summary>
    /// Arguments by flag: <c>--flag=value</c>, <c>--flag value</c>, or a switch (null as value). Others are numbered by their place among their like, and a flag that
    /// stands several times gets <c>#2</c> and so on.
    /// </summary>
    public static List<KeyValuePair<string, PlanValue>> Arguments(ImmutableArray<PlanValue> items)
    {
        var found = new Names();
        var positional = 0;
        for (var i = 0; i < items.Length; i++)
        {
            var text = Text(items[i]);
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (!text.StartsWith('-'))
            {
                found.Add(positional++.ToString(CultureInfo.InvariantCulture), items[i]);
            }
            else if (equals > 0)
            {
                found.Add(text[..equals], new PlanValue.Text(text[(equals + 1)..]));
            }
            else if (i + 1 < items.Length && !Text(items[i + 1]).StartsWith('-'))
            {
                found.Add(text, items[++i]);
            }
            else
            {
                found.Add(text, PlanValue.Nothing);
            }
        }

        return found.Entries;
    }

    /// <summary>Variables by name.</summary>
    public static List<KeyValuePair<string, PlanValue>> Variables(ImmutableArray<PlanValue> items)
    {
        var found = new Names();
        foreach (var text in items.Select(Text))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            found.Add(text[..equals], new PlanValue.Text(text[(equals + 1)..]));
        }

        return found.Entries;
    }

    private static bool AllTexts(ImmutableArray<PlanValue> before, ImmutableArray<PlanValue> after) => before.Concat(after).All(item => item is PlanValue.Text);

    private static string Text(PlanValue value) => ((PlanValue.Text)value).Value;

    private sealed class Names
    {
        private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

        public List<KeyValuePair<string, PlanValue>> Entries { get; } = [];

        public void Add(string name, PlanValue value)
        {
            var count = _seen[name] = _seen.GetValueOrDefault(name) + 1;
            Entries.Add(KeyValuePair.Create(count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{count}"), value));
        }
    }
}
