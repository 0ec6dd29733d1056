using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class RouterUpTests
{
    private static readonly RouterUp Rule = new();

    private static SystemSamples Complete => SystemSamples.Complete;

    [Fact]
    public void Accepts_a_complete_system() => RuleCheck.Accepts(Rule, Complete.All);

    [Fact]
    public void Accepts_a_server_that_is_no_part_of_a_system() => RuleCheck.Accepts(Rule, VllmSamples.Deployment, Workloads.Deployment);

    [Fact]
    public void Cannot_decide_a_system_in_Docker() => RuleCheck.CannotDecide(
        Rule, "the system runs in Docker on one machine, and the checklist is about clusters",
        VllmSamples.Docker.With("labels", "[{ label: app.kubernetes.io/part-of, value: clawdbot }]"));

    [Fact]
    public void Accepts_a_job_that_is_relabelled() => RuleCheck.Accepts(Rule, Complete.Without("monitor", "spec.jobLabel").With("monitor", "spec.endpoints[0].relabelings", "[{ targetLabel: job, replacement: clawdbot }]").All);

    [Fact]
    public void Cannot_decide_alerts_that_are_not_known_yet() => RuleCheck.CannotDecide(Rule, "spec.groups is known only after the deployment", Complete.WithUnknown("alerts", "spec.groups").All);

    [Fact]
    public void Cannot_decide_an_unknown_namespace() => RuleCheck.CannotDecide(Rule, "metadata.namespace is known only after the deployment", Complete.WithUnknown("router-service", "metadata.namespace").All);

    [Fact]
    public void Rejects_a_system_without_Router() => RuleCheck.Rejects(
        Rule,
        "The Router (a workload with the component router) is missing; allowed: one with the metric clawdbot_router_up. Add a ServiceMonitor for the Router's Service whose job label is clawdbot, and an alert on clawdbot_router_up{job=\"clawdbot\"}.",
        Complete.Lacking("router").All);

    [Fact]
    public void Rejects_a_Router_that_nobody_scrapes() => RuleCheck.Rejects(
        Rule,
        "A ServiceMonitor for the Router is missing; allowed: one that selects its Service. Add a ServiceMonitor for the Router's Service whose job label is clawdbot, and an alert on clawdbot_router_up{job=\"clawdbot\"}.",
        Complete.Lacking("monitor").All);

    [Fact]
    public void Rejects_a_monitor_of_other_namespaces() => RuleCheck.Rejects(
        Rule,
        "A ServiceMonitor for the Router is missing; allowed: one that selects its Service. Add a ServiceMonitor for the Router's Service whose job label is clawdbot, and an alert on clawdbot_router_up{job=\"clawdbot\"}.",
        Complete.With("monitor", "spec.namespaceSelector.matchNames", "[other]").All);

    [Fact]
    public void Rejects_another_job() => RuleCheck.Rejects(
        Rule,
        "The job of the Router's metrics is 'router'; allowed: clawdbot. Add a ServiceMonitor for the Router's Service whose job label is clawdbot, and an alert on clawdbot_router_up{job=\"clawdbot\"}.",
        Complete.Without("monitor", "spec.jobLabel").All);

    [Fact]
    public void Rejects_a_metric_without_alert() => RuleCheck.Rejects(
        Rule,
        "An alert on clawdbot_router_up is missing; allowed: a PrometheusRule with clawdbot_router_up{job=\"clawdbot\"}. Add a ServiceMonitor for the Router's Service whose job label is clawdbot, and an alert on clawdbot_router_up{job=\"clawdbot\"}.",
        Complete.Without("alerts", "spec.groups[0].rules[0].alert").All);

    [Fact]
    public void Rejects_an_alert_on_another_job() => RuleCheck.Rejects(
        Rule,
        "An alert on clawdbot_router_up is missing; allowed: a PrometheusRule with clawdbot_router_up{job=\"clawdbot\"}. Add a ServiceMonitor for the Router's Service whose job label is clawdbot, and an alert on clawdbot_router_up{job=\"clawdbot\"}.",
        Complete.With("alerts", "spec.groups[0].rules[0].expr", "'clawdbot_router_up == 0'").All);
}
