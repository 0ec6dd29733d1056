using static Clawdbot.Infra.Observability.AlertText;
using Defaults = Clawdbot.Infra.Observability.PrometheusAlertsDefaults;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on certificates, from cert-manager.</summary>
internal static class CertificateAlerts
{
    private const int Day = 86400;

    internal static IEnumerable<AlertRule> For(AlertingPlan plan) => plan.CertificateHorizonDays is not { } days ? [] :
    [
        new("CertificateExpiring", AlertSeverity.Warning, Minutes(10),
            $"certmanager_certificate_expiration_timestamp_seconds - time() < {days * Day}",
            $"Certificate {Label("name")} ends in {Duration}",
            $"cert-manager renews long before {days} days; it has failed to."),
        new("CertificateExpired", AlertSeverity.Critical, Minutes(5),
            $"certmanager_certificate_expiration_timestamp_seconds - time() < {Defaults.CertificateCriticalDays * Day}",
            $"Certificate {Label("name")} ends in {Duration}",
            $"{Defaults.CertificateCriticalDays} day is left, or none: connections that check it are refused, between members of etcd and to the gateway."),
        new("CertificateNotReady", AlertSeverity.Warning, Minutes(10),
            """certmanager_certificate_ready_status{condition="True"} == 0""",
            $"Certificate {Label("name")} is not ready",
            "It was never issued, or its renewal fails. Pods that mount its Secret do not start."),
    ];
}
