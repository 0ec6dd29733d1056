using System.Globalization;

namespace Clawdbot.Infra.Gateway;

/// <summary>The last day of a token.</summary>
public static class TokenExpiry
{
    private const int SecondsPerDay = 86400;

    /// <summary>The end of that day in UTC, in seconds since 1970; null when the text is not a date such as <c>2027-06-30</c>.</summary>
    public static long? Seconds(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day.DayNumber - new DateOnly(1970, 1, 1).DayNumber + 1L) * SecondsPerDay
            : null;
}
