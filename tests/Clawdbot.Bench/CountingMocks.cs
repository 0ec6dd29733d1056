using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi.Testing;

namespace Clawdbot.Bench;

/// <summary>
/// Echoes the inputs as the object's state and keeps count. The digest, when asked for, is an XOR of one SHA-256 per object,
/// so the order of registration does not matter.
/// </summary>
internal sealed class CountingMocks(bool withDigest) : IMocks
{
    private readonly Lock gate = new();
    private readonly byte[]? digest = withDigest ? new byte[SHA256.HashSizeInBytes] : null;
    private int count;

    /// <summary>Objects planned so far.</summary>
    public int Count => count;

    /// <summary>The digest in hexadecimal, or null when none was asked for.</summary>
    public string? Digest => digest is null ? null : Convert.ToHexStringLower(digest);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var hash = digest is null ? [] : SHA256.HashData(Encoding.UTF8.GetBytes($"{args.Type}|{args.Name}|{Canonical(args.Inputs)}"));
        lock (gate)
        {
            count++;
            for (var i = 0; i < hash.Length; i++)
                digest![i] ^= hash[i];
        }
        return Task.FromResult<(string?, object)>(($"{args.Name}_id", args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args)
        => throw new InvalidOperationException($"The graph makes no calls, but '{args.Token}' was called.");

    /// <summary>JSON with sorted keys and without absent members, escaped as JavaScript's JSON.stringify does.</summary>
    private static string Canonical(object value) => value switch
    {
        ImmutableDictionary<string, object> map => "{" + string.Join(',', map
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Quote(pair.Key)}:{Canonical(pair.Value)}")) + "}",
        ImmutableArray<object> array => "[" + string.Join(',', array.Select(Canonical)) + "]",
        string text => Quote(text),
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A mock saw a value of type {value.GetType()}, which the graph does not contain."),
    };

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
