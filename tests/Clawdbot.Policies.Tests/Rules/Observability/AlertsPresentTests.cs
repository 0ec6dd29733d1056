using Clawdbot.Policies.Rules.Observability;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Observability;

public sealed class AlertsPresentTests
{
    private const string Remedy = "Add a PrometheusRule with alerts on it.";

    private static readonly AlertsPresent Rule = new();

    private static readonly Sample[] Parts = [GatewaySamples.RouterPods, GatewaySamples.ModelServer, EtcdSamples.Members];

    [Fact]
    public void Accepts_alerts_on_each_part() => RuleCheck.Accepts(Rule, [.. Parts, AlertSamples.Rules]);

    [Fact]
    public void Accepts_a_workload_alone() => RuleCheck.Accepts(Rule, GatewaySamples.ModelServer, EtcdSamples.Members);

    [Theory]
    [InlineData(0, "The alert on the Router is not there; allowed: one whose expression has clawdbot_router_up. ")]
    [InlineData(1, "The alert on the model servers is not there; allowed: one whose expression has vllm:. ")]
    [InlineData(2, "The alert on etcd is not there; allowed: one whose expression has etcd_. ")]
    [InlineData(3, "The watchdog is not there; allowed: an alert that always fires, with the expression vector(1). ")]
    public void Rejects_a_part_without(int alert, string message) => RuleCheck.Rejects(
        Rule, message + Remedy, [.. Parts, AlertSamples.Rules.With($"spec.groups[0].rules[{alert.ToString(System.Globalization.CultureInfo.InvariantCulture)}].expr", "up == 0")]);
}
