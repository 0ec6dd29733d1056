using static Clawdbot.Infra.Observability.AlertText;

namespace Clawdbot.Infra.Observability.Alerts;

/// <summary>Alerts on the monitoring itself.</summary>
internal static class MonitoringAlerts
{
    internal static IEnumerable<AlertRule> For(AlertingPlan plan) => [.. Prometheus(), .. plan.HasAlertmanager ? Alertmanager() : []];

    private static IEnumerable<AlertRule> Prometheus() =>
    [
        new(AlertRouting.WatchdogAlert, AlertSeverity.Info, Minutes(1),
            "vector(1)",
            "Always firing: proof that alerts arrive",
            "The receiver of this alert must raise the alarm when it stops coming."),
        new("PrometheusConfigurationStale", AlertSeverity.Warning, Minutes(5),
            "prometheus_config_last_reload_successful == 0",
            $"Prometheus {Label("instance")} could not load its configuration",
            "It goes on with the old one: new targets and rules are missing."),
        new("PrometheusRuleFailing", AlertSeverity.Critical, Minutes(5),
            "sum by (rule_group) (increase(prometheus_rule_evaluation_failures_total[5m])) > 0",
            $"Rules of group {Label("rule_group")} fail",
            "Alerts of this group do not fire, whatever happens."),
    ];

    private static IEnumerable<AlertRule> Alertmanager() =>
    [
        new("AlertmanagerUnreachable", AlertSeverity.Critical, Minutes(5),
            "max by (instance) (prometheus_notifications_alertmanagers_discovered) < 1",
            $"Prometheus {Label("instance")} has no Alertmanager",
            "Nobody is told of any alert, this one included: only the missing watchdog shows it."),
        new("AlertmanagerNotificationsFailing", AlertSeverity.Critical, Minutes(5),
            "sum by (integration) (rate(alertmanager_notifications_failed_total[5m])) / sum by (integration) (rate(alertmanager_notifications_total[5m])) > 0.1",
            $"{Percent} of the notifications by {Label("integration")} fail",
            "People are not told of alerts on this way: a wrong or expired credential, or no way out of the cluster."),
        new("AlertmanagerConfigurationStale", AlertSeverity.Warning, Minutes(5),
            "alertmanager_config_last_reload_successful == 0",
            $"Alertmanager {Label("instance")} could not load its configuration",
            "It goes on with the old routes and receivers."),
    ];
}
