using System.Security.Cryptography;
using System.Text;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Checksums of files, and lists of them as <c>sha256sum</c> writes and reads them.</summary>
internal static class Checksums
{
    private const int BufferSize = 1 << 20;

    /// <summary>Paths and their sums.</summary>
    /// <param name="text">Lines of 64 hexadecimal digits, two characters, path.</param>
    /// <param name="origin">Where the text comes from, for the message.</param>
    /// <exception cref="LoaderException">A line is something else, or names a path twice.</exception>
    internal static Dictionary<string, string> Parse(string text, string origin)
    {
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0))
        {
            var sum = line.Length > 66 ? line[..64].ToLowerInvariant() : "";
            var path = line.Length > 66 && line[66..] is var rest && rest.StartsWith("./", StringComparison.Ordinal) ? rest[2..] : line.Length > 66 ? line[66..] : "";
            if (sum.Length != 64 || !sum.All(char.IsAsciiHexDigit) || line[64] != ' ' || line[65] is not (' ' or '*') || !sums.TryAdd(path, sum))
                throw new LoaderException(ExitCodes.UnusableListing, $"{origin} has a line that sha256sum would not write: '{line}'");
        }
        return sums;
    }

    /// <summary>The text of a list, sorted by path.</summary>
    internal static string Format(IEnumerable<KeyValuePair<string, string>> sums)
    {
        var text = new StringBuilder();
        foreach (var (path, sum) in sums.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(sum).Append("  ").Append(path).Append('\n');
        return text.ToString();
    }

    /// <summary>SHA-256 of a file, read from the storage.</summary>
    internal static async Task<string> OfFileAsync(string path, CancellationToken cancellation)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream)
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }
}
