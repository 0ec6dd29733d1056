using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class RepairScriptTests
{
    private static readonly RepairScript Rule = new();

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
    public void Rejects_an_access_tier_without_the_script() => RuleCheck.Rejects(
        Rule,
        "The mount at /opt/clawdbot is missing; allowed: a ConfigMap with healthcheck.sh. Mount a ConfigMap with healthcheck.sh at /opt/clawdbot with defaultMode 0555, and run it in the liveness probe.",
        Complete.With("gateway", "spec.template.spec.containers[0].volumeMounts[1].mountPath", "/opt/other").All);

    [Fact]
    public void Rejects_a_script_that_cannot_be_executed() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[1].configMap.defaultMode is 420; allowed: 0555 (365). Mount a ConfigMap with healthcheck.sh at /opt/clawdbot with defaultMode 0555, and run it in the liveness probe.",
        Complete.With("router", "spec.template.spec.volumes[1].configMap.defaultMode", "0644").All);

    [Fact]
    public void Rejects_the_default_mode() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[1].configMap.defaultMode is not set; allowed: 0555 (365). Mount a ConfigMap with healthcheck.sh at /opt/clawdbot with defaultMode 0555, and run it in the liveness probe.",
        Complete.Without("router", "spec.template.spec.volumes[1].configMap.defaultMode").All);

    [Fact]
    public void Rejects_a_volume_that_is_no_ConfigMap() => RuleCheck.Rejects(
        Rule,
        "The volume 'script' at '/opt/clawdbot' is no ConfigMap; allowed: a ConfigMap with healthcheck.sh. Mount a ConfigMap with healthcheck.sh at /opt/clawdbot with defaultMode 0555, and run it in the liveness probe.",
        Complete.With("router", "spec.template.spec.volumes[1]", "{ name: script, emptyDir: {} }").All);

    [Fact]
    public void Rejects_a_ConfigMap_that_is_not_there() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[1].configMap.name is 'other'; allowed: a ConfigMap of the stack with healthcheck.sh. Mount a ConfigMap with healthcheck.sh at /opt/clawdbot with defaultMode 0555, and run it in the liveness probe.",
        Complete.With("router", "spec.template.spec.volumes[1].configMap.name", "other").All);

    [Fact]
    public void Rejects_a_ConfigMap_without_the_script() => RuleCheck.Rejects(
        Rule,
        "data[\"healthcheck.sh\"] is not set; allowed: the repair script. Mount a ConfigMap with healthcheck.sh at /opt/clawdbot with defaultMode 0555, and run it in the liveness probe.",
        Complete.Lacking("router").With("healthcheck", "data", "{ other.sh: x }").All);

    [Fact]
    public void Rejects_a_probe_that_does_something_else() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].livenessProbe.exec.command of container 'router' is [/bin/true]; allowed: [/opt/clawdbot/healthcheck.sh, the address of the pod's health endpoint]. Mount a ConfigMap with healthcheck.sh at /opt/clawdbot with defaultMode 0555, and run it in the liveness probe.",
        Complete.With("router", "spec.template.spec.containers[0].livenessProbe.exec.command", "[/bin/true]").All);

    [Fact]
    public void Rejects_a_router_without_liveness_probe() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].livenessProbe.exec.command of container 'router' is not set; allowed: [/opt/clawdbot/healthcheck.sh, the address of the pod's health endpoint]. Mount a ConfigMap with healthcheck.sh at /opt/clawdbot with defaultMode 0555, and run it in the liveness probe.",
        Complete.Without("router", "spec.template.spec.containers[0].livenessProbe").All);
}
