using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Invariants;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads one entry of <c>clawdbot:waivers</c>.</summary>
internal static class WaiverReader
{
    private const string DayFormat = "yyyy-MM-dd";

    internal static ImmutableArray<string> Keys { get; } = ["rule", "subject", "reason", "expires"];

    /// <summary>A day that cannot be read counts as far away: the stack is refused for it anyway.</summary>
    internal static Waiver Read(SettingsObject entry)
    {
        var rule = entry.Text("rule", Invariant.All[0].Id);
        var subject = entry.Text("subject", "unknown");
        var reason = entry.Text("reason", "unknown");
        var day = entry.Text("expires", "");
        if (!DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var expires))
        {
            expires = DateOnly.MaxValue;
            if (day.Length > 0)
                entry.Report(DiagnosticIds.WrongSettingType, "expires", $"'{day}'", "a day as 2027-03-31");
        }
        return new Waiver(rule, subject, reason, expires);
    }
}
