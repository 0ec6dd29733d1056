using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Rules.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Storage;

/// <summary>The rules about a cluster: monitors, managers, release, dashboard.</summary>
public sealed class CephClusterTests
{
    private const string Monitors = "Set mon.count to 3 or 5, and mon.allowMultiplePerNode to false.";

    private const string Managers = "Set mgr.count to 2, and mgr.allowMultiplePerNode to false.";

    private const string Release = "Name a full release, such as quay.io/ceph/ceph:v20.2.4, and set allowUnsupported to false.";

    private static readonly PolicyRule[] Rules = [new CephMonitors(), new CephManagers(), new CephRelease(), new CephDashboard()];

    [Fact]
    public void Accepts_a_cluster_that_survives_a_host() => Assert.All(Rules, rule => RuleCheck.Accepts(rule, CephSamples.Cluster));

    [Fact]
    public void Accepts_a_cluster_elsewhere() => Assert.All(Rules, rule => RuleCheck.Accepts(rule, CephSamples.External));

    [Theory]
    [InlineData("spec.mon.count", "1")]
    [InlineData("spec.mon.count", "2")]
    [InlineData("spec.mon.count", "4")]
    public void Rejects_monitors_without_a_surviving_majority(string place, string value) =>
        RuleCheck.Rejects(new CephMonitors(), $"{place} is {value}; allowed: an odd number from 3 on. {Monitors}", CephSamples.Cluster.With(place, value));

    [Fact]
    public void Rejects_monitors_on_one_host() => RuleCheck.Rejects(
        new CephMonitors(), $"spec.mon.allowMultiplePerNode is true; allowed: false. {Monitors}", CephSamples.Cluster.With("spec.mon.allowMultiplePerNode", "true"));

    [Fact]
    public void Rejects_a_single_manager() =>
        RuleCheck.Rejects(new CephManagers(), $"spec.mgr.count is 1; allowed: 2. {Managers}", CephSamples.Cluster.With("spec.mgr.count", "1"));

    [Fact]
    public void Rejects_managers_on_one_host() => RuleCheck.Rejects(
        new CephManagers(), $"spec.mgr.allowMultiplePerNode is true; allowed: false. {Managers}", CephSamples.Cluster.With("spec.mgr.allowMultiplePerNode", "true"));

    [Fact]
    public void Rejects_a_release_that_rook_does_not_know() => RuleCheck.Rejects(
        new CephRelease(), $"spec.cephVersion.allowUnsupported is true; allowed: false. {Release}", CephSamples.Cluster.With("spec.cephVersion.allowUnsupported", "true"));

    [Theory]
    [InlineData("quay.io/ceph/ceph:v20")]
    [InlineData("quay.io/ceph/ceph")]
    [InlineData("quay.io/ceph/ceph:latest-main-devel")]
    public void Rejects_a_tag_that_moves(string image) => RuleCheck.Rejects(
        new CephRelease(), $"spec.cephVersion.image is '{image}'; allowed: an image with a full release, or a digest. {Release}", CephSamples.Cluster.With("spec.cephVersion.image", image));

    [Theory]
    [InlineData("false", "false")]
    [InlineData("null", "not set")]
    public void Rejects_a_dashboard_without_tls(string value, string shown) => RuleCheck.Rejects(
        new CephDashboard(), $"spec.dashboard.ssl is {shown}; allowed: true. Set dashboard.ssl to true, or turn the dashboard off.", CephSamples.Cluster.With("spec.dashboard.ssl", value));
}
