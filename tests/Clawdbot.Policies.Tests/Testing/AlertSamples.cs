namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Compliant alerts and targets.</summary>
internal static class AlertSamples
{
    /// <summary>Alerts on each part, and a watchdog.</summary>
    public static Sample Rules { get; } = Sample.Manifest("""
        apiVersion: monitoring.coreos.com/v1
        kind: PrometheusRule
        metadata: { name: rules, namespace: monitoring }
        spec:
          groups:
            - name: all
              rules:
                - alert: RouterDown
                  expr: clawdbot_router_up == 0
                  for: 1m
                  labels: { severity: critical }
                  annotations: { summary: down, description: It is down., runbook_url: docs/runbooks/RouterDown.md }
                - alert: Waiting
                  expr: vllm:num_requests_waiting > 50
                  for: 1h30m
                  labels: { severity: warning }
                  annotations: { summary: waiting, description: They wait., runbook_url: docs/runbooks/Waiting.md }
                - alert: EtcdNoLeader
                  expr: etcd_server_has_leader == 0
                  for: 90s
                  labels: { severity: critical }
                  annotations: { summary: none, description: Nobody leads., runbook_url: docs/runbooks/EtcdNoLeader.md }
                - alert: Watchdog
                  expr: vector(1)
                  labels: { severity: none }
                  annotations: { summary: on, description: Always on., runbook_url: docs/runbooks/Watchdog.md }
                - record: a:b
                  expr: sum(b)
        """);

    /// <summary>The Router's and etcd's target.</summary>
    public static Sample PodMonitor { get; } = Sample.Manifest("""
        apiVersion: monitoring.coreos.com/v1
        kind: PodMonitor
        metadata: { name: pods, namespace: monitoring }
        spec:
          namespaceSelector: { matchNames: [clawdbot, store] }
          selector: { matchExpressions: [{ key: missing, operator: DoesNotExist }] }
        """);

    /// <summary>The model servers' target.</summary>
    public static Sample ServiceMonitor { get; } = Sample.Manifest("""
        apiVersion: monitoring.coreos.com/v1
        kind: ServiceMonitor
        metadata: { name: services, namespace: monitoring }
        spec:
          namespaceSelector: { any: true }
          selector: { matchLabels: { app: qwen } }
        """);
}
