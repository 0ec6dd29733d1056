using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Rules.Waivers;
using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Tests.Evaluation;

public sealed class PolicySessionTests
{
    private const string Privileged = "spec.template.spec.containers[0].securityContext.privileged";
    private static readonly DateOnly Today = new(2027, 1, 31);
    private static readonly PolicyRule[] Rules = [new PrivilegedContainers(), new WaiverExpired(), new WaiverUnused()];
    private static readonly Sample Bad = Workloads.Deployment.With(Privileged, "true");

    [Theory]
    [InlineData("Deployment/shop/web")]
    [InlineData("Deployment/*")]
    [InlineData("urn:pulumi:manifests::test.yaml::kubernetes:apps/v1:Deployment::shop/web")]
    public void A_waiver_moves_the_violation_and_is_used(string resource)
    {
        var findings = Run(Bad, Waiver(resource, Today));
        Assert.Empty(findings.Violations);
        Assert.Equal(("pod-privileged", resource), (findings.Waived.Single().Violation.Rule.Id, findings.Waived.Single().Waiver.Resource));
    }

    [Fact]
    public void A_waiver_of_another_resource_leaves_the_violation_and_is_reported_as_unused()
    {
        var findings = Run(Bad, Waiver("Deployment/shop/api", Today));
        Assert.Equal(["pod-privileged", "waiver-unused"], findings.Violations.Select(v => v.Rule.Id));
        Assert.Equal(
            "waivers[0] is unused (pod-privileged on 'Deployment/shop/api' is not violated); allowed: a waiver that matches a violation. "
            + "Remove it, or correct its resource; one that belongs to some stacks says so with 'stacks'.",
            findings.Violations[1].Message);
        Assert.Equal(EnforcementLevel.Advisory, findings.Violations[1].Level);
    }

    [Fact]
    public void An_expired_waiver_excuses_nothing_and_is_itself_a_violation()
    {
        var findings = Run(Bad, Waiver("*", Today.AddDays(-1)));
        Assert.Equal(["pod-privileged", "waiver-expired"], findings.Violations.Select(v => v.Rule.Id));
        Assert.Equal(
            "waivers[0] (pod-privileged, owner owner) is expired on 2027-01-30; allowed: a last day that is not over. "
            + "Mend what the waiver excuses and remove it, or have its owner accept the risk until another day.",
            findings.Violations[1].Message);
        Assert.True(findings.IsMandatory);
    }

    [Fact]
    public void An_expired_waiver_is_a_violation_even_when_nothing_needs_it() =>
        Assert.Equal(["waiver-expired"], Run(Workloads.Deployment, Waiver("*", Today.AddDays(-1))).Violations.Select(v => v.Rule.Id));

    [Fact]
    public void A_waiver_of_another_stack_is_neither_used_nor_unused()
    {
        var findings = Run(Bad, Waiver("*", Today) with { Stacks = ["staging"] });
        Assert.Equal(["pod-privileged"], findings.Violations.Select(v => v.Rule.Id));
    }

    [Fact]
    public void Use_is_remembered_between_resources_and_stack()
    {
        var session = new PolicySession(Rules, PolicyConfiguration.Production, new WaiverBook([Waiver("*", Today)], "prod", Today));
        Assert.Single(session.Check(Bad.Resource).Waived);
        Assert.Empty(session.Check(new PolicyStack([Bad.Resource])).Violations);
    }

    [Fact]
    public void Outside_production_every_rule_advises()
    {
        var session = new PolicySession(Rules, PolicyConfiguration.Elsewhere, WaiverBook.Empty);
        var findings = session.CheckAll(new PolicyStack([Bad.Resource]));
        Assert.Equal([EnforcementLevel.Advisory], findings.Violations.Select(v => v.Level));
        Assert.False(findings.IsMandatory);
    }

    private static PolicyFindings Run(Sample sample, Waiver waiver) =>
        new PolicySession(Rules, PolicyConfiguration.Production, new WaiverBook([waiver], "prod", Today)).CheckAll(new PolicyStack([sample.Resource]));

    private static Waiver Waiver(string resource, DateOnly expires) => new("pod-privileged", resource, "reason", "owner", expires, "waivers[0]");
}
