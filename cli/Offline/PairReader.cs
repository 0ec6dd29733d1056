using System.Collections.Concurrent;
using System.Reflection;

namespace Clawdbot.Cli.Offline;

/// <summary>Reads <c>KeyValuePair&lt;string, T&gt;</c>, the elements of a map input, when <c>T</c> is known only at run time.</summary>
internal static class PairReader
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Key, PropertyInfo Value)?> Readers = new();

    /// <summary>The two halves of <paramref name="pair"/>; false when it is not such a pair.</summary>
    public static bool TryRead(object pair, out string key, out object? value)
    {
        if (Readers.GetOrAdd(pair.GetType(), Create) is not { } read)
        {
            (key, value) = ("", null);
            return false;
        }

        (key, value) = ((string)read.Key.GetValue(pair)!, read.Value.GetValue(pair));
        return true;
    }

    private static (PropertyInfo Key, PropertyInfo Value)? Create(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) && type.GetGenericArguments()[0] == typeof(string)
            ? (type.GetProperty("Key")!, type.GetProperty("Value")!)
            : null;
}
