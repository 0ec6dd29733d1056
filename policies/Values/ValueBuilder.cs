namespace Clawdbot.Policies.Values;

/// <summary>Builds a value from the events of a reader: start, key, value, end.</summary>
internal sealed class ValueBuilder
{
    private readonly Stack<Level> _open = new();

    /// <summary>The finished value; null until the outermost one has ended.</summary>
    public PropertyValue? Result { get; private set; }

    /// <summary>How many lists and objects are open.</summary>
    public int Depth => _open.Count;

    /// <summary>Opens an object.</summary>
    public void StartMap() => _open.Push(new Level(null, []));

    /// <summary>Opens a list.</summary>
    public void StartList() => _open.Push(new Level([], null));

    /// <summary>Names the next value of the open object; false when the object has that key already.</summary>
    public bool Key(string key)
    {
        var level = _open.Peek();
        level.NextKey = key;
        return level.Keys.Add(key);
    }

    /// <summary>Adds a finished value.</summary>
    public void Add(PropertyValue value)
    {
        if (_open.Count == 0)
        {
            Result = value;
        }
        else if (_open.Peek() is { Items: { } items })
        {
            items.Add(value);
        }
        else
        {
            var level = _open.Peek();
            level.Entries!.Add(KeyValuePair.Create(level.NextKey, value));
        }
    }

    /// <summary>Closes the innermost list or object.</summary>
    public void End()
    {
        var level = _open.Pop();
        Add(level.Items is { } items ? new PropertyValue.List(items) : new PropertyValue.Map(level.Entries!));
    }

    private sealed class Level(List<PropertyValue>? items, List<KeyValuePair<string, PropertyValue>>? entries)
    {
        private HashSet<string>? _keys;

        public List<PropertyValue>? Items { get; } = items;

        public List<KeyValuePair<string, PropertyValue>>? Entries { get; } = entries;

        public HashSet<string> Keys => _keys ??= new HashSet<string>(StringComparer.Ordinal);

        public string NextKey { get; set; } = "";
    }
}
