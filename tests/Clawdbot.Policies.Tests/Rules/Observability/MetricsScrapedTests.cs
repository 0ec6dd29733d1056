using Clawdbot.Policies.Rules.Observability;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Observability;

public sealed class MetricsScrapedTests
{
    private const string Message = "The PodMonitor or ServiceMonitor of the pods is not there; allowed: one that selects them. Add a PodMonitor or a ServiceMonitor that selects it.";

    private static readonly MetricsScraped Rule = new();

    private static readonly Sample[] Parts = [GatewaySamples.RouterPods, GatewaySamples.ModelServer, GatewaySamples.ModelService, EtcdSamples.Members];

    [Fact]
    public void Accepts_a_target_for_each_part() => RuleCheck.Accepts(Rule, [.. Parts, AlertSamples.PodMonitor, AlertSamples.ServiceMonitor]);

    [Fact]
    public void Accepts_a_workload_alone() => RuleCheck.Accepts(Rule, EtcdSamples.Members);

    [Fact]
    public void Rejects_pods_that_no_monitor_selects() => RuleCheck.Rejects(
        Rule, Message, [.. Parts, AlertSamples.PodMonitor, AlertSamples.ServiceMonitor.With("spec.selector", "{ matchLabels: { app: other } }")]);

    [Fact]
    public void Rejects_pods_in_a_namespace_that_is_not_watched() =>
        RuleCheck.Rejects(Rule, Message, [.. Parts, AlertSamples.PodMonitor.With("spec.namespaceSelector.matchNames", "[clawdbot]"), AlertSamples.ServiceMonitor]);

    [Fact]
    public void Rejects_a_service_that_leads_elsewhere() => RuleCheck.Rejects(
        Rule,
        Message,
        GatewaySamples.RouterPods, GatewaySamples.ModelServer, GatewaySamples.ModelService.With("spec.selector", "{ app: other }"), AlertSamples.PodMonitor, AlertSamples.ServiceMonitor);
}
