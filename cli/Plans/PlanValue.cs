using System.Collections.Immutable;

namespace Clawdbot.Cli.Plans;

/// <summary>
/// One input or output value of a plan, as far as it may be shown: a secret has no content here at all,
/// so nothing that prints a plan can print one.
/// </summary>
internal abstract record PlanValue
{
    private PlanValue()
    {
    }

    /// <summary>An explicit null inside a list or a free-form map.</summary>
    public sealed record Null : PlanValue;

    /// <summary>A string.</summary>
    public sealed record Text(string Value) : PlanValue;

    /// <summary>A number; Pulumi's wire knows only 64-bit floating point.</summary>
    public sealed record Number(double Value) : PlanValue;

    /// <summary>A boolean.</summary>
    public sealed record Flag(bool Value) : PlanValue;

    /// <summary>A list in the program's order.</summary>
    public sealed record List(ImmutableArray<PlanValue> Items) : PlanValue
    {
        /// <inheritdoc/>
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Length;
    }

    /// <summary>An object or map, sorted by ordinal key.</summary>
    /// <param name="Entries">The entries whose keys are known.</param>
    /// <param name="UnknownEntries">How many more entries exist whose values, and with them their keys, only the deployment produces.</param>
    public sealed record Map(ImmutableArray<KeyValuePair<string, PlanValue>> Entries, int UnknownEntries = 0) : PlanValue
    {
        /// <summary>The map without entries.</summary>
        public static readonly Map Empty = new([]);

        /// <summary>Sorts <paramref name="entries"/>; keys must be unique.</summary>
        public static Map Of(IEnumerable<KeyValuePair<string, PlanValue>> entries, int unknownEntries = 0) =>
            new([.. entries.OrderBy(e => e.Key, StringComparer.Ordinal)], unknownEntries);

        /// <summary>The value under <paramref name="key"/>, or null when the map has no such key.</summary>
        public PlanValue? Find(string key)
        {
            foreach (var entry in Entries)
            {
                if (entry.Key == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }

        /// <inheritdoc/>
        public bool Equals(Map? other) =>
            other is not null && UnknownEntries == other.UnknownEntries && Entries.SequenceEqual(other.Entries);

        /// <inheritdoc/>
        public override int GetHashCode() => Entries.Length;
    }

    /// <summary>A secret.</summary>
    /// <param name="Keys">The key names below it, only for data of a Kubernetes Secret (which shows them too); otherwise empty.</param>
    public sealed record Secret(ImmutableArray<string> Keys) : PlanValue
    {
        /// <summary>A secret about which nothing is said.</summary>
        public static readonly Secret Opaque = new(ImmutableArray<string>.Empty);

        /// <inheritdoc/>
        public bool Equals(Secret? other) => other is not null && Keys.SequenceEqual(other.Keys);

        /// <inheritdoc/>
        public override int GetHashCode() => Keys.Length;
    }

    /// <summary>A value that only the deployment produces.</summary>
    public sealed record Unknown : PlanValue;

    /// <summary>A value that the SDK does not let anyone inspect, so that it may hold secrets: it is not shown.</summary>
    public sealed record Hidden : PlanValue;

    /// <summary>A reference to another resource.</summary>
    public sealed record Reference(string Urn) : PlanValue;

    /// <summary>A file or archive that is sent to the provider; its content is not part of a plan.</summary>
    public sealed record Asset(string Kind) : PlanValue;

    /// <summary>The one explicit null.</summary>
    public static readonly PlanValue Nothing = new Null();

    /// <summary>The one unknown value.</summary>
    public static readonly PlanValue NotYetKnown = new Unknown();

    /// <summary>The one hidden value.</summary>
    public static readonly PlanValue NotInspectable = new Hidden();

    /// <summary>Whether this value or one below it is secret, unknown or hidden.</summary>
    public bool IsIncomplete => this switch
    {
        Secret or Unknown or Hidden => true,
        List list => list.Items.Any(i => i.IsIncomplete),
        Map map => map.UnknownEntries > 0 || map.Entries.Any(e => e.Value.IsIncomplete),
        _ => false,
    };

    /// <summary>Whether this value or one below it is secret or may hold a secret.</summary>
    public bool HoldsSecret => this switch
    {
        Secret or Hidden => true,
        List list => list.Items.Any(i => i.HoldsSecret),
        Map map => map.Entries.Any(e => e.Value.HoldsSecret),
        _ => false,
    };
}
