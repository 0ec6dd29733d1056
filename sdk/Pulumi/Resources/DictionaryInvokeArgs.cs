using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments that are given by wire name.</summary>
public sealed class DictionaryInvokeArgs : InvokeArgs
{
    private readonly ImmutableDictionary<string, object?> _dictionary;

    /// <param name="dictionary">Wire name to value.</param>
    public DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) => _dictionary = dictionary;

    internal override IEnumerable<KeyValuePair<string, object?>> GetInputs() => _dictionary;

    internal override bool IsJson(string name) => false;
}
