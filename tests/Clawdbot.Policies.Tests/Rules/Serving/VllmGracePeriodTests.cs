using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmGracePeriodTests
{
    private static readonly VllmGracePeriod Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Rejects_a_grace_period_that_the_hook_uses_up() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.terminationGracePeriodSeconds is 310; allowed: more than 315 seconds: 15 of the preStop hook and 300 of --shutdown-timeout. Raise the grace period, or lower --shutdown-timeout.",
        VllmSamples.Deployment.With("spec.template.spec.terminationGracePeriodSeconds", "310"));

    [Fact]
    public void Rejects_the_default_grace_period() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.terminationGracePeriodSeconds is not set; allowed: more than 315 seconds: 15 of the preStop hook and 300 of --shutdown-timeout. Raise the grace period, or lower --shutdown-timeout.",
        VllmSamples.Deployment.Without("spec.template.spec.terminationGracePeriodSeconds"));

    [Fact]
    public void Rejects_a_hook_that_is_a_command() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.terminationGracePeriodSeconds is 330; allowed: more than 360 seconds: 60 of the preStop hook and 300 of --shutdown-timeout. Raise the grace period, or lower --shutdown-timeout.",
        VllmSamples.Deployment.With($"{VllmSamples.Container}.lifecycle.preStop", "{ exec: { command: [/bin/sh, -c, sleep 60] } }"));

    [Fact]
    public void Rejects_a_container_that_Docker_kills_before() => RuleCheck.Rejects(
        Rule,
        "stopTimeout is 90; allowed: more than 100 seconds: 0 of the preStop hook and 100 of --shutdown-timeout. Raise the grace period, or lower --shutdown-timeout.",
        VllmSamples.Docker.With("stopTimeout", "90"));

    [Fact]
    public void Cannot_decide_an_unknown_grace_period() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.terminationGracePeriodSeconds is known only after the deployment", VllmSamples.Deployment.WithUnknown("spec.template.spec.terminationGracePeriodSeconds"));
}
