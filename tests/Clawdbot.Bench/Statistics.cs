namespace Clawdbot.Bench;

/// <summary>The arithmetic of the report.</summary>
internal static class Statistics
{
    /// <summary>The middle value; with an even count, the lower of the two in the middle, so that it is a run that happened.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[(sorted.Count - 1) / 2];
    }

    /// <summary>
    /// The exponent <c>k</c> of <c>time ~ size^k</c>: the slope of the least-squares line through (ln size, ln time).
    /// Null with fewer than two sizes.
    /// </summary>
    public static double? GrowthExponent(IReadOnlyList<(double Size, double Seconds)> points)
    {
        if (points.Count < 2)
            return null;
        var logs = points.Select(point => (X: Math.Log(point.Size), Y: Math.Log(point.Seconds))).ToList();
        var (meanX, meanY) = (logs.Average(log => log.X), logs.Average(log => log.Y));
        return logs.Sum(log => (log.X - meanX) * (log.Y - meanY)) / logs.Sum(log => (log.X - meanX) * (log.X - meanX));
    }
}
