using System.Globalization;
using System.Text.RegularExpressions;

namespace Clawdbot.Infra.Etcd;

/// <summary>A release of etcd.</summary>
/// <param name="Major">Major number.</param>
/// <param name="Minor">Minor number.</param>
/// <param name="Patch">Patch number.</param>
public readonly partial record struct EtcdVersion(int Major, int Minor, int Patch)
{
    /// <summary>The release that the tag of <paramref name="image"/> names, as <c>v3.6.14</c> or <c>3.6.14-0</c>; null when it names none.</summary>
    /// <param name="image">Reference of a container image.</param>
    public static EtcdVersion? OfImage(string image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var match = Tag().Match(image);
        return match.Success ? new EtcdVersion(Number(match, "major"), Number(match, "minor"), Number(match, "patch")) : null;
    }

    /// <summary>
    /// Whether a watch shows only keys that its user may read. Before, permission for one key let a watch see every later key:
    /// GHSA-xg4h-6gfc-h4m8, closed in 3.6.14 and 3.7.1 (release notes of both, 2026-07-23). Our gateway user depends on it.
    /// </summary>
    public bool ChecksWatchRanges =>
        Major == 3 && ((Minor == 6 && Patch >= 14) || (Minor == 7 && Patch >= 1) || Minor > 7);

    /// <summary>For example <c>3.6.14</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@":v?(?<major>[0-9]{1,3})\.(?<minor>[0-9]{1,3})\.(?<patch>[0-9]{1,4})(-[0-9]+)?(@sha256:[0-9a-f]{64})?\z")]
    private static partial Regex Tag();
}
