using static Clawdbot.Infra.Tests.Observability.AlertSeries;

namespace Clawdbot.Infra.Tests.Observability.Cases;

/// <summary>Certificates, the assistant, and the monitoring itself.</summary>
internal static class PlatformCases
{
    private const string Certificate = "certmanager_certificate_expiration_timestamp_seconds{name=\"etcd-peer\",namespace=\"clawdbot-etcd\"}";
    private const string CertificateLabels = "name=etcd-peer,namespace=clawdbot-etcd";
    private const string Pod = "namespace=\"clawdbot\",pod=\"assistant-7c9d5b6f8-k4xyz\"";
    private const double MiB = 1024 * 1024;
    private const string Watchdog = "ClawdbotWatchdog";

    internal static AlertCase[] All { get; } =
    [
        // 14 days are 1209600 s, one is 86400 s; at minute 30 the clock shows 1800 s.
        new("CertificateExpiring") { Fires = [Hold(Certificate, 1209600)], Quiet = [Hold(Certificate, 1209600 + 1900)], Labels = CertificateLabels, Value = "13d 23h 30m 0s" },
        new("CertificateExpired") { Fires = [Hold(Certificate, 86400)], Quiet = [Hold(Certificate, 86400 + 1900)], Labels = CertificateLabels, Value = "23h 30m 0s" },
        new("CertificateNotReady") { Fires = [Hold(Ready, 0)], Quiet = [Hold(Ready, 1)], Labels = $"{CertificateLabels},condition=True", FromStart = true },

        new("AssistantDown") { Fires = [Hold(Available, 0)], Quiet = [Hold(Available, 1)], Labels = "namespace=clawdbot,deployment=assistant", FromStart = true },
        new("AssistantDown") { Fires = [Hold("up", 1)], Quiet = [Hold(Available, 1)], Labels = "namespace=clawdbot,deployment=assistant" },
        new("AssistantRestarting") { Fires = [Grow(Restarts, 0.1)], Quiet = [Hold(Restarts, 5)], Labels = "namespace=clawdbot,pod=assistant-7c9d5b6f8-k4xyz,container=openclaw" },
        // 90 % of 2048 MiB are 1843.2 MiB.
        new("AssistantMemoryHigh") { Fires = [Hold(Memory, 1844 * MiB)], Quiet = [Hold(Memory, 1843 * MiB)], Labels = "namespace=clawdbot,pod=assistant-7c9d5b6f8-k4xyz", FromStart = true },
        new("AssistantMetricsAbsent") { Fires = [Hold("up{job=\"assistant\"}", 0)], Quiet = [Hold("up{job=\"assistant\"}", 1)], FromStart = true },
        new("AssistantQueueSlow")
        {
            Fires = Histogram("openclaw_queue_lane_wait_seconds", "job=\"assistant\",lane=\"main\",", ("10", 0), ("60", 100)),
            Quiet = Histogram("openclaw_queue_lane_wait_seconds", "job=\"assistant\",lane=\"main\",", ("10", 0), ("30", 96), ("60", 100)),
            Labels = "lane=main", Value = "57.5s",
        },
        new("AssistantSessionStuck") { Fires = [Change(Stuck, 0, 1)], Quiet = [Hold(Stuck, 4)] },
        new("AssistantDeliveryFailing") { Fires = [Grow(Delivery("error"), 0.3)], Quiet = [Grow(Delivery("error"), 0.1), Grow(Delivery("completed"), 10)], Labels = "channel=telegram" },

        // It has no quiet case: no data at all makes it fire, which is its purpose.
        new(Watchdog) { Fires = [Hold("up", 1)], Quiet = [] },
        new("PrometheusConfigurationStale") { Fires = [Hold("prometheus_config_last_reload_successful{instance=\"p1\"}", 0)], Quiet = [Hold("prometheus_config_last_reload_successful{instance=\"p1\"}", 1)], Labels = "instance=p1", FromStart = true },
        new("PrometheusRuleFailing") { Fires = [Grow(Failures, 1)], Quiet = [Hold(Failures, 7)], Labels = "rule_group=g" },
        new("AlertmanagerUnreachable") { Fires = [Hold("prometheus_notifications_alertmanagers_discovered{instance=\"p1\"}", 0)], Quiet = [Hold("prometheus_notifications_alertmanagers_discovered{instance=\"p1\"}", 1)], Labels = "instance=p1", FromStart = true },
        new("AlertmanagerNotificationsFailing") { Fires = Notifications(0.11), Quiet = Notifications(0.09), Labels = "integration=slack", Value = "11%" },
        new("AlertmanagerConfigurationStale") { Fires = [Hold("alertmanager_config_last_reload_successful{instance=\"a1\"}", 0)], Quiet = [Hold("alertmanager_config_last_reload_successful{instance=\"a1\"}", 1)], Labels = "instance=a1", FromStart = true },
    ];

    private const string Ready = "certmanager_certificate_ready_status{name=\"etcd-peer\",namespace=\"clawdbot-etcd\",condition=\"True\"}";
    private const string Available = "kube_deployment_status_replicas_available{namespace=\"clawdbot\",deployment=\"assistant\"}";
    private const string Restarts = "kube_pod_container_status_restarts_total{" + Pod + ",container=\"openclaw\"}";
    private const string Memory = "container_memory_working_set_bytes{" + Pod + ",container=\"openclaw\"}";
    private const string Stuck = "openclaw_session_stuck_total{job=\"assistant\",reason=\"stale\",state=\"processing\"}";
    private const string Failures = "prometheus_rule_evaluation_failures_total{instance=\"p1\",rule_group=\"g\"}";

    private static string Delivery(string outcome) => $$"""openclaw_message_delivery_total{job="assistant",channel="telegram",outcome="{{outcome}}"}""";

    private static AlertSeries[] Notifications(double failed) =>
        [Grow("alertmanager_notifications_failed_total{integration=\"slack\"}", failed), Grow("alertmanager_notifications_total{integration=\"slack\"}", 1)];
}
