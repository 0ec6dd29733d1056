using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Server;

/// <summary>
/// Reads google.protobuf.Struct into property values, without recursion: depth costs memory and not the stack. Google.Protobuf's own reader recurses, and refuses
/// what is deeper than about 30 objects.
/// </summary>
internal static class StructReader
{
    private enum Part
    {
        Map,
        Member,
        Value,
        List,
    }

    /// <summary>The properties. Of a key that stands twice the last value counts, as protobuf has it.</summary>
    /// <param name="bytes">The Struct.</param>
    /// <param name="maximumDepth">How many objects and lists may stand in one another.</param>
    /// <exception cref="WireFormatException">The bytes are no Struct, or it is too deep.</exception>
    public static PropertyValue.Map Read(ReadOnlySpan<byte> bytes, int maximumDepth = ServerDefaults.MaximumDepth)
    {
        var cursor = new WireCursor(bytes);
        var open = new Stack<Frame>();
        open.Push(new Frame(Part.Map, bytes.Length, 1));
        while (true)
        {
            var frame = open.Peek();
            if (cursor.Position < frame.End)
            {
                if (Field(ref cursor, frame) is { } inner)
                {
                    open.Push(inner.Depth <= maximumDepth ? inner : throw new WireFormatException(FormattableString.Invariant($"objects and lists are nested deeper than {maximumDepth} levels")));
                }

                continue;
            }

            open.Pop();
            if (open.Count == 0)
            {
                return Map(frame.Entries!);
            }

            Deliver(frame, open.Peek());
        }
    }

    // Reads one field of the innermost message; a message inside it is returned to be read next.
    private static Frame? Field(ref WireCursor cursor, Frame frame)
    {
        var tag = cursor.Varint(frame.End);
        switch (frame.Part, tag)
        {
            case (Part.Map, StructFields.Member):
                return new Frame(Part.Member, cursor.MessageEnd(frame.End), frame.Depth);
            case (Part.Member, StructFields.MemberValue):
            case (Part.List, StructFields.Item):
                return new Frame(Part.Value, cursor.MessageEnd(frame.End), frame.Depth);
            case (Part.Value, StructFields.Map):
                return new Frame(Part.Map, cursor.MessageEnd(frame.End), frame.Depth + 1);
            case (Part.Value, StructFields.List):
                return new Frame(Part.List, cursor.MessageEnd(frame.End), frame.Depth + 1);
            case (Part.Member, StructFields.Key):
                frame.Key = cursor.Text(frame.End);
                return null;
            case (Part.Value, StructFields.Null):
                cursor.Varint(frame.End);
                frame.Value = PropertyValue.Nothing;
                return null;
            case (Part.Value, StructFields.Number):
                frame.Value = new PropertyValue.Number(cursor.Double(frame.End));
                return null;
            case (Part.Value, StructFields.Text):
                frame.Value = Signatures.OfText(cursor.Text(frame.End));
                return null;
            case (Part.Value, StructFields.Flag):
                frame.Value = new PropertyValue.Flag(cursor.Varint(frame.End) != 0);
                return null;
            default:
                cursor.Skip(tag, frame.End);
                return null;
        }
    }

    // A Value without content, and a member without a Value, are null.
    private static void Deliver(Frame done, Frame into)
    {
        switch (done.Part)
        {
            case Part.Map:
                into.Value = Signatures.OfMap(Map(done.Entries!));
                break;
            case Part.List:
                into.Value = new PropertyValue.List(done.Items!);
                break;
            case Part.Member:
                into.Entries!.Add(KeyValuePair.Create(done.Key, done.Value));
                break;
            case Part.Value when into.Part == Part.List:
                into.Items!.Add(done.Value);
                break;
            default:
                into.Value = done.Value;
                break;
        }
    }

    private static PropertyValue.Map Map(List<KeyValuePair<string, PropertyValue>> entries)
    {
        var last = new Dictionary<string, PropertyValue>(entries.Count, StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            last[key] = value;
        }

        return new PropertyValue.Map(last.Count == entries.Count ? entries : [.. last]);
    }

    private sealed class Frame(Part part, int end, int depth)
    {
        public Part Part { get; } = part;

        public int End { get; } = end;

        public int Depth { get; } = depth;

        public string Key { get; set; } = "";

        public PropertyValue Value { get; set; } = PropertyValue.Nothing;

        public List<KeyValuePair<string, PropertyValue>>? Entries { get; } = part == Part.Map ? [] : null;

        public List<PropertyValue>? Items { get; } = part == Part.List ? [] : null;
    }
}
