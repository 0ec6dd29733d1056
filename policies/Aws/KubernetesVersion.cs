using System.Globalization;

namespace Clawdbot.Policies.Aws;

/// <summary>A Kubernetes version as EKS names it: <c>1.35</c>.</summary>
internal readonly record struct KubernetesVersion(int Major, int Minor) : IComparable<KubernetesVersion>
{
    /// <summary>The version that <paramref name="text"/> names, a patch after it left out; null when it names none.</summary>
    public static KubernetesVersion? Find(string? text) => text?.TrimStart('v').Split('.') is [var major, var minor, ..]
        && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
        ? new KubernetesVersion(first, second)
        : null;

    /// <inheritdoc/>
    public int CompareTo(KubernetesVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <summary>Whether it is older than <paramref name="other"/>.</summary>
    public bool IsOlderThan(KubernetesVersion other) => CompareTo(other) < 0;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
