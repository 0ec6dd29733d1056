using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Rules.Etcd;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Etcd;

public sealed class EtcdReleaseTests
{
    private const string Image = "spec.template.spec.containers[0].image";

    private const string Remedy = "Upgrade one minor release at a time.";

    private static readonly EtcdRelease Rule = new();

    [Theory]
    [InlineData("quay.io/coreos/etcd:v3.6.14")]
    [InlineData("registry.k8s.io/etcd:3.6.20-0")]
    [InlineData("gcr.io/etcd-development/etcd:v3.7.1")]
    public void Accepts_a_release_that_keeps_access_rules(string image) => RuleCheck.Accepts(Rule, EtcdSamples.Members.With(Image, image));

    [Theory]
    [InlineData("quay.io/coreos/etcd:v3.6.13", "3.6.14")]
    [InlineData("registry.k8s.io/etcd:3.5.15-0", "3.6.14")]
    [InlineData("quay.io/coreos/etcd:v3.7.0", "3.7.1")]
    public void Rejects_an_older_one(string image, string release) =>
        RuleCheck.Rejects(Rule, $"{Image} of container 'etcd' is '{image}'; allowed: release {release} or newer. {Remedy}", EtcdSamples.Members.With(Image, image));

    [Fact]
    public void Accepts_what_was_configured()
    {
        var configuration = new PolicyConfiguration(true, new Dictionary<string, RuleConfiguration>
        {
            ["etcd-release"] = new(EnforcementLevel.Mandatory, new Dictionary<string, object> { ["minimumRelease"] = "3.5.0" }),
        });
        Assert.Empty(RuleCheck.Run(Rule, configuration, EtcdSamples.Members.With(Image, "etcd:3.5.15")).Violations);
    }

    [Fact]
    public void Cannot_decide_a_tag_without_a_release() => RuleCheck.CannotDecide(Rule, $"{Image} names no release", EtcdSamples.Members.With(Image, "etcd:latest"));
}
