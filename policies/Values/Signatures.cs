namespace Clawdbot.Policies.Values;

/// <summary>
/// Pulumi's marks for values that JSON and protobuf lack: an object with a key that nobody would choose, whose text says what it is; and texts that stand for
/// unknown values. From pulumi/pulumi, sdk/go/common/resource/sig/sig.go and pkg/resource/plugin/rpc.go.
/// </summary>
internal static class Signatures
{
    /// <summary>The key that marks a special object.</summary>
    public const string Key = "4dabf18193072939515e22adb298388d";

    /// <summary>A secret, its value under <c>value</c>, in an encrypted state under <c>ciphertext</c>.</summary>
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>A reference to a resource.</summary>
    public const string Reference = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>An output, its value under <c>value</c> when it is known.</summary>
    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>A file or text.</summary>
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";

    /// <summary>An archive.</summary>
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <summary>Bytes, as base64 under <c>value</c>.</summary>
    public const string Bytes = "803fd3297a5875dc03ca845dda5d2a98";

    private static readonly HashSet<string> UnknownTexts = new(StringComparer.Ordinal)
    {
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", "3eeb2bf0-c639-47a8-9e75-3b44932eb421", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58", "e48ece36-62e2-4504-bad9-02848725956a", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    };

    /// <summary>Whether <paramref name="text"/> stands for a value that is not known yet.</summary>
    public static bool IsUnknown(string text) => text.Length == 36 && UnknownTexts.Contains(text);

    /// <summary>What a text stands for.</summary>
    public static PropertyValue OfText(string text) => IsUnknown(text) ? new PropertyValue.Unknown(text) : new PropertyValue.Text(text);

    /// <summary>What an object whose members are decoded stands for: itself, unless it is marked.</summary>
    public static PropertyValue OfMap(PropertyValue.Map map)
    {
        if (map.Find(Key) is not PropertyValue.Text { Value: var signature })
        {
            return map;
        }

        return signature switch
        {
            // The state of a stack may write a plain secret as JSON text under `plaintext`.
            Secret when map.Find("value") is { } value => new PropertyValue.Secret(value),
            Secret when map.Find("plaintext") is PropertyValue.Text { Value: var text } => new PropertyValue.Secret(JsonValues.TryParse(text)),
            Secret => PropertyValue.Hidden,
            Output when map.Find("secret") is PropertyValue.Flag { Value: true } => new PropertyValue.Secret(map.Find("value") ?? PropertyValue.NotKnown),
            Output => map.Find("value") ?? PropertyValue.NotKnown,
            Reference => new PropertyValue.Opaque("a reference to a resource", map),
            Asset => new PropertyValue.Opaque("a file", map),
            Archive => new PropertyValue.Opaque("an archive", map),
            Bytes => new PropertyValue.Opaque("bytes", map),
            _ => new PropertyValue.Opaque("a value of an unknown kind", map),
        };
    }

    /// <summary>Decodes the marks in a value that came as JSON, as deep as <see cref="JsonValues.MaximumDepth"/>; without recursion.</summary>
    public static PropertyValue Decode(PropertyValue root)
    {
        var builder = new Stack<(PropertyValue Source, List<PropertyValue> Done)>();
        builder.Push((root, []));
        while (true)
        {
            var (source, done) = builder.Peek();
            if (Child(source, done.Count) is { } child)
            {
                builder.Push((child, []));
                continue;
            }

            builder.Pop();
            var finished = Finished(source, done);
            if (builder.Count == 0)
            {
                return finished;
            }

            builder.Peek().Done.Add(finished);
        }
    }

    private static PropertyValue? Child(PropertyValue source, int index) => source switch
    {
        PropertyValue.List list when index < list.Items.Count => list.Items[index],
        PropertyValue.Map map when index < map.Entries.Count => map.Entries[index].Value,
        _ => null,
    };

    private static PropertyValue Finished(PropertyValue source, List<PropertyValue> done) => source switch
    {
        PropertyValue.Text text => OfText(text.Value),
        PropertyValue.List => new PropertyValue.List(done),
        PropertyValue.Map map => OfMap(new PropertyValue.Map([.. map.Entries.Select((entry, index) => KeyValuePair.Create(entry.Key, done[index]))])),
        _ => source,
    };
}
