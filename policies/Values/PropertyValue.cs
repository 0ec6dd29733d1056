namespace Clawdbot.Policies.Values;

/// <summary>
/// One value of a resource's properties, as every host gives it: the engine's wire, a plan, a manifest, an exported state. Immutable, and built from the leaves
/// up, so it can hold no cycle. Rules do not read it directly but through <see cref="Property"/>, which knows where a value stands.
/// </summary>
internal abstract class PropertyValue
{
    private PropertyValue()
    {
    }

    /// <summary>The one null.</summary>
    public static readonly PropertyValue Nothing = new Null();

    /// <summary>The one unknown value without a known type.</summary>
    public static readonly PropertyValue NotKnown = new Unknown("");

    /// <summary>A secret whose content is not there to be looked at.</summary>
    public static readonly PropertyValue Hidden = new Secret(null);

    /// <summary>An explicit null.</summary>
    public sealed class Null : PropertyValue;

    /// <summary>A boolean.</summary>
    public sealed class Flag(bool value) : PropertyValue
    {
        /// <summary>The boolean.</summary>
        public bool Value { get; } = value;
    }

    /// <summary>A number; Pulumi's wire knows only 64-bit floating point.</summary>
    public sealed class Number(double value) : PropertyValue
    {
        /// <summary>The number.</summary>
        public double Value { get; } = value;
    }

    /// <summary>A string.</summary>
    public sealed class Text(string value) : PropertyValue
    {
        /// <summary>The string.</summary>
        public string Value { get; } = value;
    }

    /// <summary>A list in its order.</summary>
    public sealed class List(IReadOnlyList<PropertyValue> items) : PropertyValue
    {
        /// <summary>The elements.</summary>
        public IReadOnlyList<PropertyValue> Items { get; } = items;
    }

    /// <summary>An object; keys are unique and keep the order they came in.</summary>
    public sealed class Map(IReadOnlyList<KeyValuePair<string, PropertyValue>> entries) : PropertyValue
    {
        // Below this a look along the list is as fast as a dictionary; objects of the API rarely have more keys.
        private const int ScanLimit = 12;

        private Dictionary<string, PropertyValue>? _index;

        /// <summary>The object without keys.</summary>
        public static readonly Map Empty = new([]);

        /// <summary>The members.</summary>
        public IReadOnlyList<KeyValuePair<string, PropertyValue>> Entries { get; } = entries;

        /// <summary>The value under <paramref name="key"/>; null when there is none.</summary>
        public PropertyValue? Find(string key)
        {
            if (Entries.Count > ScanLimit)
            {
                return (_index ??= new Dictionary<string, PropertyValue>(Entries, StringComparer.Ordinal)).GetValueOrDefault(key);
            }

            foreach (var entry in Entries)
            {
                if (entry.Key == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }

        /// <summary>The same object with <paramref name="value"/> under <paramref name="key"/>; null removes the key.</summary>
        public Map With(string key, PropertyValue? value)
        {
            var changed = new List<KeyValuePair<string, PropertyValue>>(Entries.Count + 1);
            var found = false;
            foreach (var entry in Entries)
            {
                if (entry.Key != key)
                {
                    changed.Add(entry);
                    continue;
                }

                found = true;
                if (value is not null)
                {
                    changed.Add(KeyValuePair.Create(key, value));
                }
            }

            if (!found && value is not null)
            {
                changed.Add(KeyValuePair.Create(key, value));
            }

            return new Map(changed);
        }
    }

    /// <summary>A value that only the deployment produces.</summary>
    /// <param name="sentinel">The engine's text for it, which tells the type it will have; empty when it did not come from the engine.</param>
    public sealed class Unknown(string sentinel) : PropertyValue
    {
        /// <summary>The engine's text for it.</summary>
        public string Sentinel { get; } = sentinel;
    }

    /// <summary>A secret.</summary>
    /// <param name="content">The value; null when the host does not have it.</param>
    public sealed class Secret(PropertyValue? content) : PropertyValue
    {
        /// <summary>The value, which no message may show; null when the host does not have it.</summary>
        public PropertyValue? Content { get; } = content;
    }

    /// <summary>A file, an archive, bytes or a reference to a resource: carried along, not looked into.</summary>
    /// <param name="kind">What it is, for messages.</param>
    /// <param name="wire">The object as the host gave it, to give back unchanged; null when there is none.</param>
    public sealed class Opaque(string kind, Map? wire) : PropertyValue
    {
        /// <summary>What it is.</summary>
        public string Kind { get; } = kind;

        /// <summary>The object as it came.</summary>
        public Map? Wire { get; } = wire;
    }
}
