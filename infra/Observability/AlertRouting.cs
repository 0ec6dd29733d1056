using System.Collections.Immutable;
using System.Diagnostics;

namespace Clawdbot.Infra.Observability;

/// <summary>Alertmanager's configuration: routes by severity, what silences what, and a watchdog.</summary>
public static class AlertRouting
{
    /// <summary>Name of the alert that always fires.</summary>
    public const string WatchdogAlert = "ClawdbotWatchdog";

    /// <summary>Name of the receiver of critical alerts.</summary>
    public const string CriticalReceiver = "critical";

    /// <summary>Name of the receiver of warnings.</summary>
    public const string WarningReceiver = "warning";

    /// <summary>Name of the receiver of the watchdog.</summary>
    public const string DeadManReceiver = "dead-man";

    /// <summary>Name of the receiver that tells nobody; information and the helper alerts of kube-prometheus-stack go there.</summary>
    public const string NobodyReceiver = "nobody";

    /// <summary>The pairs of alerts that mean the same at two severities under two names, or cause and effect.</summary>
    public static ImmutableArray<AlertInhibition> Inhibitions { get; } =
    [
        new("RouterAbsent", ["RouterTargetDown", "GatewayLatencyHigh"], []),
        new("AccessTierDown", ["AccessTierTargetDown"], []),
        new("GatewayQueueNearLimit", ["GatewayQueueLong", "GatewayAtConcurrencyLimit"], ["instance"]),
        new("GatewayStaticFallback", ["GatewayDegraded", "GatewayErrorRatioHigh"], []),
        new("ErrorBudgetBurnHour", ["ErrorBudgetBurnDay", "ErrorBudgetBurnThreeDays", "GatewayErrorRatioHigh"], []),
        new("ErrorBudgetBurnQuarterDay", ["ErrorBudgetBurnDay", "ErrorBudgetBurnThreeDays"], []),
        new("PoolDown", ["ModelServerDown", "ModelNodeNotReady", "PoolReplicasUnavailable", "PoolAnswerSlow", "PoolFirstTokenSlow", "PoolTokensSlow"], ["pool"]),
        new("ModelServerRestarting", ["ModelServerStartSlow", "ModelServerDown"], ["pod"]),
        new("GpuOverheating", ["GpuHot", "GpuThermalThrottled"], ["Hostname", "gpu"]),
        new("GpuXidHardware", ["GpuXidApplication"], ["Hostname", "gpu"]),
        new("NodeDiskFull", ["NodeDiskFilling"], ["instance", "mountpoint"]),
        new("EtcdQuorumLost", ["EtcdMembersDown", "EtcdLeaderChanges", "EtcdProposalsFailing"], []),
        new("EtcdDatabaseFull", ["EtcdDatabaseNearQuota", "EtcdDatabaseFragmented"], ["instance"]),
        new("EtcdBackupOld", ["EtcdBackupFailed"], []),
        new("CephHealthError", ["CephHealthWarning", "CephOsdDown", "CephMonitorsMissing", "CephSlowOperations"], []),
        new("CephFull", ["CephNearlyFull"], []),
        new("CertificateExpired", ["CertificateExpiring", "CertificateNotReady"], ["namespace", "name"]),
    ];

    /// <summary>The configuration as YAML. It names files with secrets, never secrets.</summary>
    /// <param name="spec">Who is told; must obey <see cref="PrometheusAlertsRules"/>.</param>
    public static string Configuration(AlertRoutingSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return YamlText.Of(new Dictionary<string, object>
        {
            ["global"] = new Dictionary<string, object> { ["resolve_timeout"] = "5m" },
            ["route"] = new Dictionary<string, object>
            {
                ["receiver"] = WarningReceiver,
                // One message for one cause: the servers of a pool fail together.
                ["group_by"] = new object[] { "alertname", "namespace", "pool", "gpu_sku" },
                ["group_wait"] = "30s",
                ["group_interval"] = "5m",
                ["repeat_interval"] = "12h",
                ["routes"] = new object[]
                {
                    // A dead man's switch needs a steady beat, whatever is grouped or repeated elsewhere.
                    Route(DeadManReceiver, $"alertname=\"{WatchdogAlert}\"", ("group_wait", "0s"), ("group_interval", "1m"), ("repeat_interval", "1m")),
                    Route(NobodyReceiver, "alertname=~\"Watchdog|InfoInhibitor\""),
                    Route(CriticalReceiver, "severity=\"critical\"", ("group_wait", "10s"), ("repeat_interval", "1h")),
                    Route(WarningReceiver, "severity=\"warning\""),
                    Route(NobodyReceiver, "severity=~\"info|none\""),
                },
            },
            ["receivers"] = new object[]
            {
                Receiver(CriticalReceiver, spec.Critical),
                Receiver(WarningReceiver, spec.Warning),
                Receiver(DeadManReceiver, spec.DeadMan),
                Receiver(NobodyReceiver, new AlertReceiver.Nobody()),
            },
            ["inhibit_rules"] = InhibitRules().ToArray(),
        });
    }

    private static Dictionary<string, object> Route(string receiver, string matcher, params (string Key, string Value)[] more)
    {
        var route = new Dictionary<string, object> { ["receiver"] = receiver, ["matchers"] = new object[] { matcher } };
        foreach (var (key, value) in more)
            route[key] = value;
        return route;
    }

    private static Dictionary<string, object> Receiver(string name, AlertReceiver receiver)
    {
        var result = new Dictionary<string, object> { ["name"] = name };
        switch (receiver)
        {
            case AlertReceiver.Nobody:
                break;
            case AlertReceiver.Webhook webhook:
                var target = new Dictionary<string, object> { ["url"] = webhook.Url, ["send_resolved"] = true };
                if (webhook.Token is { } token)
                    target["http_config"] = new Dictionary<string, object> { ["authorization"] = new Dictionary<string, object> { ["type"] = "Bearer", ["credentials_file"] = token.Path } };
                result["webhook_configs"] = new object[] { target };
                break;
            case AlertReceiver.Slack slack:
                result["slack_configs"] = new object[]
                {
                    new Dictionary<string, object>
                    {
                        ["api_url_file"] = slack.ApiUrl.Path,
                        ["channel"] = slack.Channel,
                        ["send_resolved"] = true,
                        ["title"] = "[{{ .Status }}] {{ .CommonLabels.alertname }} ({{ .CommonLabels.severity }})",
                        ["text"] = "{{ range .Alerts }}{{ .Annotations.summary }}. {{ .Annotations.description }} {{ .Annotations.runbook_url }}\n{{ end }}",
                    },
                };
                break;
            case AlertReceiver.PagerDuty pager:
                result["pagerduty_configs"] = new object[] { new Dictionary<string, object> { ["routing_key_file"] = pager.RoutingKey.Path, ["send_resolved"] = true } };
                break;
            default:
                throw new UnreachableException();
        }
        return result;
    }

    private static IEnumerable<object> InhibitRules()
    {
        yield return Inhibit("severity=\"critical\"", "severity=~\"warning|info\"", ["alertname", "namespace", "pool", "gpu_sku", "instance"]);
        foreach (var pair in Inhibitions)
            yield return Inhibit($"alertname=\"{pair.Source}\"", $"alertname=~\"{string.Join('|', pair.Targets)}\"", pair.Equal);
    }

    private static Dictionary<string, object> Inhibit(string source, string target, ImmutableArray<string> equal) => new()
    {
        ["source_matchers"] = new object[] { source },
        ["target_matchers"] = new object[] { target },
        ["equal"] = equal.ToArray<object>(),
    };
}
