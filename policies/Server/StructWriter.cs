using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Server;

/// <summary>Writes property values as google.protobuf.Struct, without recursion, from the end to the beginning (see <see cref="BackwardBuffer"/>).</summary>
internal static class StructWriter
{
    // What an unknown value without a sentinel becomes: an unknown text, the type that Pulumi itself takes where it does not know better.
    private const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>The bytes of the Struct.</summary>
    public static ReadOnlyMemory<byte> Write(PropertyValue.Map properties)
    {
        var buffer = new BackwardBuffer();
        var open = new Stack<Frame>();
        open.Push(new Frame(properties, 0));
        while (true)
        {
            var frame = open.Peek();
            if (frame.Left > 0)
            {
                frame.Left--;
                frame.ChildMark = buffer.Length;
                var child = OnWire(frame.Current);
                if (child is PropertyValue.Map or PropertyValue.List)
                {
                    open.Push(new Frame(child, buffer.Length));
                }
                else
                {
                    Scalar(buffer, child);
                    CloseValue(buffer, frame);
                }

                continue;
            }

            open.Pop();
            if (open.Count == 0)
            {
                return buffer.Written;
            }

            buffer.Prefix(frame.Container is PropertyValue.Map ? StructFields.Map : StructFields.List, frame.Mark);
            CloseValue(buffer, open.Peek());
        }
    }

    // The Value is complete; what stands before it makes it a member or an item of what holds it.
    private static void CloseValue(BackwardBuffer buffer, Frame holder)
    {
        if (holder.Container is PropertyValue.Map map)
        {
            buffer.Prefix(StructFields.MemberValue, holder.ChildMark);
            buffer.Text(StructFields.Key, map.Entries[holder.Left].Key);
            buffer.Prefix(StructFields.Member, holder.ChildMark);
        }
        else
        {
            buffer.Prefix(StructFields.Item, holder.ChildMark);
        }
    }

    private static void Scalar(BackwardBuffer buffer, PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.Text text:
                buffer.Text(StructFields.Text, text.Value);
                break;
            case PropertyValue.Number number:
                buffer.Double(StructFields.Number, number.Value);
                break;
            case PropertyValue.Flag flag:
                buffer.Byte(flag.Value ? (byte)1 : (byte)0);
                buffer.Byte(StructFields.Flag);
                break;
            default:
                buffer.Byte(0);
                buffer.Byte(StructFields.Null);
                break;
        }
    }

    // Marked values as the objects and texts that stand for them.
    private static PropertyValue OnWire(PropertyValue value) => value switch
    {
        PropertyValue.Secret { Content: { } content } => new PropertyValue.Map([Mark(Signatures.Secret), KeyValuePair.Create("value", content)]),
        PropertyValue.Secret => new PropertyValue.Map([Mark(Signatures.Secret)]),
        PropertyValue.Unknown unknown => new PropertyValue.Text(unknown.Sentinel.Length > 0 ? unknown.Sentinel : UnknownText),
        PropertyValue.Opaque opaque => opaque.Wire ?? PropertyValue.Nothing,
        _ => value,
    };

    private static KeyValuePair<string, PropertyValue> Mark(string signature) => KeyValuePair.Create(Signatures.Key, (PropertyValue)new PropertyValue.Text(signature));

    private sealed class Frame(PropertyValue container, int mark)
    {
        public PropertyValue Container { get; } = container;

        // Length of the buffer before anything of the container was written.
        public int Mark { get; } = mark;

        public int ChildMark { get; set; }

        public int Left { get; set; } = container is PropertyValue.Map map ? map.Entries.Count : ((PropertyValue.List)container).Items.Count;

        public PropertyValue Current => Container is PropertyValue.Map map ? map.Entries[Left].Value : ((PropertyValue.List)Container).Items[Left];
    }
}
