using System.Text;

namespace Clawdbot.Infra.Etcd;

/// <summary>Permission of a role for all keys that begin with a prefix.</summary>
/// <param name="Role">Role; the user of the same name has it.</param>
/// <param name="Permission"><c>READ</c>, <c>WRITE</c> or <c>READWRITE</c>, as etcd's API calls them.</param>
/// <param name="Prefix">The keys, ending with '/'.</param>
public sealed record EtcdGrant(string Role, string Permission, string Prefix)
{
    /// <summary>First key that no longer has the prefix: the end of the range in etcd's terms.</summary>
    public string RangeEnd => $"{Prefix[..^1]}{(char)(Prefix[^1] + 1)}";

    /// <summary>The prefix as etcd's JSON API wants it.</summary>
    public string EncodedPrefix => Encode(Prefix);

    /// <summary><see cref="RangeEnd"/> as etcd's JSON API wants it.</summary>
    public string EncodedRangeEnd => Encode(RangeEnd);

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
