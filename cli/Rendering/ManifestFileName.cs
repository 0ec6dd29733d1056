using System.Security.Cryptography;
using System.Text;

namespace Clawdbot.Cli.Rendering;

/// <summary>File names from object names, safe on every file system.</summary>
internal static class ManifestFileName
{
    // Most file systems allow 255 bytes per name; room for the hash, the extension and a temporary suffix.
    private const int LongestStem = 200;
    private const int HashCharacters = 12;

    /// <summary>
    /// <paramref name="stem"/> with <c>.yaml</c>; characters other than letters, digits, '.', '-' and '_' become '_' and
    /// a stem that is too long is cut, and in both cases a hash of the whole stem keeps it distinct.
    /// </summary>
    public static string Make(string stem)
    {
        var safe = string.Concat(stem.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
        if (safe == stem && stem.Length <= LongestStem)
        {
            return safe + ".yaml";
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stem)))[..HashCharacters];
        return $"{safe[..Math.Min(safe.Length, LongestStem)]}-{hash}.yaml";
    }
}
