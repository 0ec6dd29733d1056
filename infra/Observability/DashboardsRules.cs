using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Observability.Panels;

namespace Clawdbot.Infra.Observability;

/// <summary>Rules for <see cref="DashboardsSpec"/>.</summary>
public static class DashboardsRules
{
    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">Which dashboards.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(DashboardsSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        findings.InRange("refreshSeconds", spec.RefreshSeconds, DashboardsDefaults.RefreshRange);
        findings.InRange("rangeHours", spec.RangeHours, DashboardsDefaults.HoursRange);
        // A plan that no alert can be derived from gives no thresholds either.
        var plan = PrometheusAlertsRules.Check(new PrometheusAlertsSpec { Plan = spec.Plan, RunbookBaseUrl = spec.RunbookBaseUrl }, subject, remedy);
        if (plan.Count == 0)
            CheckSizes(spec, findings);
        return [.. findings.Diagnostics, .. plan];
    }

    private static void CheckSizes(DashboardsSpec spec, Findings findings)
    {
        foreach (var dashboard in DashboardCatalog.For(spec.Plan))
        {
            var size = JsonEncodedText.Encode(DashboardJson.Text(dashboard, spec), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;
            if (size > DashboardsDefaults.LargestBytes)
            {
                findings.Add(DashboardsDiagnosticIds.TooLarge, dashboard.Name, string.Create(CultureInfo.InvariantCulture, $"{size} bytes"),
                    string.Create(CultureInfo.InvariantCulture, $"at most {DashboardsDefaults.LargestBytes} bytes, the room of kubectl apply for an object"),
                    "Each pool has a row of its own: have fewer pools in one stack.");
            }
        }
    }
}
