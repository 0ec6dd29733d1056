using System.Globalization;
using System.Text.RegularExpressions;

namespace Clawdbot.Infra.Etcd;

/// <summary>Cron expressions as the CronJob controller reads them.</summary>
public static partial class EtcdSchedule
{
    private static readonly (int Minimum, int Maximum)[] Fields = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];

    /// <summary>Whether <paramref name="text"/> has five fields of numbers, ranges, lists and steps, each inside its bounds.</summary>
    /// <param name="text">The expression. Names of months and days are not taken, although Kubernetes knows them: one way to write it is enough.</param>
    public static bool IsValid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = text.Split(' ');
        return fields.Length == Fields.Length
            && fields.Zip(Fields).All(pair => pair.First.Split(',').All(part => IsValid(part, pair.Second.Minimum, pair.Second.Maximum)));
    }

    /// <summary>The longest time between two runs, in seconds; what alerts call late is later than that.</summary>
    /// <param name="text">A valid expression.</param>
    public static int LongestGapSeconds(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = text.Split(' ');
        var minutes = Values(fields[0], 0);
        var hours = Values(fields[1], 1);
        var (days, months, weekdays) = (Values(fields[2], 2), Values(fields[3], 3), Values(fields[4], 4));
        // Cron runs on either when both the day of the month and the day of the week are given.
        var either = fields[2] != "*" && fields[4] != "*";
        var (longest, last) = (0L, -1L);
        // Two leap cycles of the calendar hold every gap that comes back each year.
        for (var (day, index) = (new DateOnly(2024, 1, 1), 0); index < 8 * 366; (day, index) = (day.AddDays(1), index + 1))
        {
            var (month, week) = (days.Contains(day.Day), weekdays.Contains((int)day.DayOfWeek));
            if (!months.Contains(day.Month) || !(either ? month || week : month && week))
                continue;
            foreach (var at in hours.SelectMany(hour => minutes.Select(minute => (((index * 24L) + hour) * 60) + minute)))
            {
                longest = last < 0 ? longest : Math.Max(longest, at - last);
                last = at;
            }
        }
        return (int)Math.Min(longest * 60, int.MaxValue);
    }

    private static int[] Values(string field, int index) =>
    [
        .. field.Split(',').SelectMany(part => Values(part, Fields[index].Minimum, Fields[index].Maximum)).Distinct().Order(),
    ];

    private static IEnumerable<int> Values(string part, int minimum, int maximum)
    {
        var match = Part().Match(part);
        int? Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;
        var first = Number("first") ?? minimum;
        // "5/10" runs from 5 on; "5" runs at 5 only.
        var last = Number("last") ?? (Number("first") is not null && Number("step") is null ? first : maximum);
        var step = Number("step") ?? 1;
        for (var value = first; value <= last; value += step)
            yield return value;
    }

    private static bool IsValid(string part, int minimum, int maximum)
    {
        var match = Part().Match(part);
        if (!match.Success)
            return false;
        int? Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;
        var first = Number("first") ?? minimum;
        var last = Number("last") ?? first;
        return first >= minimum && last <= maximum && first <= last && Number("step") is null or > 0;
    }

    [GeneratedRegex(@"\A(\*|(?<first>[0-9]{1,2})(-(?<last>[0-9]{1,2}))?)(/(?<step>[0-9]{1,2}))?\z")]
    private static partial Regex Part();
}
