using System.Globalization;

namespace Clawdbot.Cli.Reports;

/// <summary>How the reports of <c>clawdbot size</c> write numbers, the same on every machine.</summary>
internal static class SizeNumbers
{
    /// <summary>What stands in place of a number that is not known.</summary>
    public const string Unknown = "-";

    /// <summary>Memory in GiB.</summary>
    public static string GiB(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A count, without separators so that it can be copied.</summary>
    public static string Count(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Requests that fit together.</summary>
    public static string Concurrency(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A speed, a time or a count: about three digits, counts without decimals.</summary>
    public static string Figure(double? value) => value switch
    {
        null => Unknown,
        { } whole when whole == Math.Floor(whole) => whole.ToString("0", CultureInfo.InvariantCulture),
        >= 100 => value.Value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>US dollars to the tenth of a cent, as price lists have them.</summary>
    public static string Price(double? dollars) => dollars is { } value ? "$" + value.ToString("0.000", CultureInfo.InvariantCulture) : Unknown;

    /// <summary>A relative error in percent, with its sign.</summary>
    public static string Percent(double? share) => share is { } value ? (value * 100).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + " %" : Unknown;

    /// <summary>A share of cases in percent without a sign.</summary>
    public static string Magnitude(double? share) => share is { } value ? (value * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %" : Unknown;
}
