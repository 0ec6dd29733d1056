using System.Globalization;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>A series of samples, one each minute.</summary>
/// <param name="Name">Metric and labels.</param>
/// <param name="Start">First value.</param>
/// <param name="Step">What each minute adds.</param>
/// <param name="Jump">Value from minute 20 on, when not null.</param>
public sealed record AlertSeries(string Name, double Start, double Step = 0, double? Jump = null)
{
    /// <summary>A gauge that does not change.</summary>
    public static AlertSeries Hold(string name, double value) => new(name, value);

    /// <summary>A counter.</summary>
    public static AlertSeries Grow(string name, double perMinute) => new(name, 0, perMinute);

    /// <summary>A value that changes once, at minute 20.</summary>
    public static AlertSeries Change(string name, double before, double after) => new(name, before, 0, after);

    /// <summary>Buckets of a histogram that each grow; the last one is also that of infinity.</summary>
    /// <param name="name">Name without <c>_bucket</c>.</param>
    /// <param name="labels">Labels besides <c>le</c>, each followed by a comma.</param>
    /// <param name="buckets">Upper bound and what it counts in a minute.</param>
    public static AlertSeries[] Histogram(string name, string labels, params (string Bound, double PerMinute)[] buckets) =>
    [
        .. buckets.Append(("+Inf", buckets[^1].PerMinute)).Select(bucket => Grow($"{name}_bucket{{{labels}le=\"{bucket.Item1}\"}}", bucket.Item2)),
    ];

    /// <summary>The values in promtool's notation.</summary>
    public string Values(int minutes) => Jump is { } jump
        ? string.Create(CultureInfo.InvariantCulture, $"{Start}+0x19 {jump}+0x{minutes - 20}")
        : string.Create(CultureInfo.InvariantCulture, $"{Start}+{Step}x{minutes}");
}
