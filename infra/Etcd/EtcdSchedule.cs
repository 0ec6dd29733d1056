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
