using System.Globalization;
using Clawdbot.Policies.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Clawdbot.Policies.Documents;

/// <summary>
/// Reads YAML into property values as <c>kubectl</c> reads it: several documents, merge keys, and the words of YAML 1.1 for true and false, because a
/// <c>privileged: yes</c> is one to the API server too.
/// </summary>
internal static class YamlValues
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaximumDepth = 500;

    /// <summary>Most values that a file may stand for once its aliases are written out; against documents that grow without end.</summary>
    public const int MaximumValues = 2_000_000;

    private const string MergeKey = "<<";

    /// <summary>The documents of <paramref name="text"/>, without empty ones.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="InputException">It is no YAML, or none that the API server would take.</exception>
    public static IReadOnlyList<YamlDocument> Read(string file, string text)
    {
        // Editors of Windows begin files with a mark of their encoding.
        var parser = new Parser(new StringReader(text.TrimStart('\uFEFF')));
        try
        {
            return new YamlReading(file, parser).Documents();
        }
        catch (YamlException e)
        {
            throw InputException.Of(
                PolicyDiagnosticIds.Syntax, At(file, e.Start), $"no YAML ({ShownValue.OneLine(e.Message.TrimEnd('.'))})", "YAML or JSON", "Correct it there.");
        }

        // On some broken texts the parser fails inside, with whatever exception; what it last read is where to look.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException or FormatException or OverflowException)
        {
            throw InputException.Of(PolicyDiagnosticIds.Syntax, At(file, parser.Current?.End ?? Mark.Empty), "no YAML behind this place", "YAML or JSON", "Correct it there.");
        }
    }

    /// <summary>A place in a file, as editors understand it.</summary>
    public static string At(string file, Mark mark) => string.Create(CultureInfo.InvariantCulture, $"{ShownValue.OneLine(file)}:{mark.Line}:{mark.Column}");

    private sealed class YamlReading(string file, IParser parser)
    {
        private readonly Dictionary<string, (PropertyValue Value, int Size)> _anchors = new(StringComparer.Ordinal);
        private int _values;

        public List<YamlDocument> Documents()
        {
            var documents = new List<YamlDocument>();
            parser.Consume<StreamStart>();
            while (!parser.TryConsume<StreamEnd>(out _))
            {
                parser.Consume<DocumentStart>();
                _anchors.Clear();
                var start = parser.Current!.Start;
                var value = Value(0);
                parser.Consume<DocumentEnd>();
                if (value is not PropertyValue.Null)
                {
                    documents.Add(new YamlDocument(value, At(file, start)));
                }
            }

            return documents;
        }

        // Recursive, but never deeper than MaximumDepth.
        private PropertyValue Value(int depth)
        {
            var current = parser.Current!;
            if (depth > MaximumDepth)
            {
                throw Wrong(current, "nested deeper", string.Create(CultureInfo.InvariantCulture, $"{MaximumDepth} levels"), "Write the file flatter.");
            }

            Count(current, 1);
            var before = _values;
            if (parser.TryConsume<AnchorAlias>(out var alias))
            {
                if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
                {
                    throw Wrong(alias, $"the alias *{ShownValue.OneLine(alias.Value.Value)}", "an anchor above it that it is no part of", "Write the value out.");
                }

                Count(alias, anchored.Size);
                return anchored.Value;
            }

            var value = parser.Current switch
            {
                Scalar => YamlScalars.Value(parser.Consume<Scalar>()),
                SequenceStart => List(depth),
                _ => Map(depth),
            };
            if (current is NodeEvent { Anchor.IsEmpty: false } node)
            {
                _anchors[node.Anchor.Value] = (value, _values - before + 1);
            }

            return value;
        }

        private PropertyValue.List List(int depth)
        {
            parser.Consume<SequenceStart>();
            var items = new List<PropertyValue>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Value(depth + 1));
            }

            return new PropertyValue.List(items);
        }

        private PropertyValue.Map Map(int depth)
        {
            parser.Consume<MappingStart>();
            var entries = new List<KeyValuePair<string, PropertyValue>>();
            var keys = new HashSet<string>(StringComparer.Ordinal);
            PropertyValue? merged = null;
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var at = parser.Current!;
                if (!parser.TryConsume<Scalar>(out var key))
                {
                    throw Wrong(at, "a key that is a list, an object or an alias", "texts as keys", "Write the key as a text.");
                }

                var value = Value(depth + 1);
                if (key.Value == MergeKey && key.Style == ScalarStyle.Plain)
                {
                    merged = value;
                }
                else if (keys.Add(key.Value))
                {
                    entries.Add(KeyValuePair.Create(key.Value, value));
                }
                else
                {
                    throw Wrong(at, $"a second key {ShownValue.Quoted(key.Value)} in one object", "each key once", "Remove one of the two.");
                }
            }

            var sources = merged is PropertyValue.List list ? list.Items : merged is null ? [] : [merged];
            foreach (var entry in sources.OfType<PropertyValue.Map>().SelectMany(map => map.Entries).Where(entry => keys.Add(entry.Key)))
            {
                entries.Add(entry);
            }

            return new PropertyValue.Map(entries);
        }

        private void Count(ParsingEvent at, int values)
        {
            _values += values;
            if (_values > MaximumValues)
            {
                throw Wrong(at, "beyond the limit", string.Create(CultureInfo.InvariantCulture, $"{MaximumValues} values in a file, aliases written out"), "Split the file.");
            }
        }

        private InputException Wrong(ParsingEvent at, string value, string allowed, string next) =>
            InputException.Of(PolicyDiagnosticIds.Syntax, At(file, at.Start), value, allowed, next);
    }
}
