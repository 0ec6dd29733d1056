using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>Checks a whole system against the rules between its components, before anything of it is registered.</summary>
public static class InvariantCheck
{
    /// <summary>Applies every rule and every waiver.</summary>
    /// <param name="plan">The system.</param>
    /// <param name="waivers">Accepted exceptions.</param>
    /// <param name="today">The day, which decides which waivers still hold.</param>
    public static InvariantReport Run(PlatformPlan plan, ImmutableArray<Waiver> waivers, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var found = Invariant.All.SelectMany(rule => rule.Check(plan)).ToImmutableArray();
        var errors = CheckWaivers(waivers, today, plan.Remedy);
        var warnings = new List<string>();
        var used = new HashSet<Waiver>();
        foreach (var diagnostic in found)
        {
            if (waivers.FirstOrDefault(waiver => Covers(waiver, diagnostic) && waiver.Expires >= today && waiver.Reason.Trim().Length > 0) is { } waiver)
            {
                used.Add(waiver);
                warnings.Add($"Waived until {Text(waiver.Expires)} ({waiver.Reason.Trim()}): {diagnostic}");
            }
            else
            {
                errors.Add(diagnostic);
            }
        }
        warnings.AddRange(waivers.Where(waiver => !used.Contains(waiver) && waiver.Expires >= today && IsRule(waiver.Rule))
            .Select(waiver => $"{InvariantDiagnosticIds.WaiverUnused}: The waiver of {waiver.Rule} for {waiver.Subject} is not needed; remove it."));
        return new InvariantReport([.. errors], [.. warnings]);
    }

    private static List<Diagnostic> CheckWaivers(ImmutableArray<Waiver> waivers, DateOnly today, string remedy)
    {
        var errors = new List<Diagnostic>();
        for (var index = 0; index < waivers.Length; index++)
        {
            var waiver = waivers[index];
            var path = string.Create(CultureInfo.InvariantCulture, $"clawdbot:waivers[{index}]");
            if (!IsRule(waiver.Rule))
                errors.Add(new Diagnostic(InvariantDiagnosticIds.WaiverUnknownRule, $"{path}.rule", $"'{waiver.Rule}'", string.Join(", ", Invariant.All.Select(rule => rule.Id)), $"{NearestName.Suggestion(waiver.Rule, Invariant.All.Select(rule => rule.Id))}{remedy}"));
            if (waiver.Reason.Trim().Length == 0)
                errors.Add(new Diagnostic(InvariantDiagnosticIds.WaiverWithoutReason, $"{path}.reason", "empty", "a sentence for whoever reads it in a year", remedy));
            if (waiver.Expires < today)
                errors.Add(new Diagnostic(InvariantDiagnosticIds.WaiverExpired, $"{path}.expires", Text(waiver.Expires), $"today ({Text(today)}) or later", $"Mend what it waives, or decide anew. {remedy}"));
        }
        return errors;
    }

    private static bool Covers(Waiver waiver, Diagnostic diagnostic) => waiver.Rule == diagnostic.Id && waiver.Subject == diagnostic.Subject;

    private static bool IsRule(string id) => Invariant.All.Any(rule => rule.Id == id);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
