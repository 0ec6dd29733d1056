using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class VolumeTypesTests
{
    private const string Volumes = "spec.template.spec.volumes";

    private static readonly VolumeTypes Rule = new();

    [Theory]
    [InlineData("configMap: { name: a }")]
    [InlineData("csi: { driver: a }")]
    [InlineData("downwardAPI: {}")]
    [InlineData("emptyDir: {}")]
    [InlineData("ephemeral: { volumeClaimTemplate: {} }")]
    [InlineData("image: { reference: registry.example.com/a }")]
    [InlineData("persistentVolumeClaim: { claimName: a }")]
    [InlineData("projected: { sources: [] }")]
    [InlineData("secret: { secretName: a }")]
    public void Accepts_volumes_for_everybody(string source) => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Volumes, $"[{{ name: a, {source} }}]"));

    [Fact]
    public void Accepts_a_volume_without_a_source_which_is_an_empty_directory() => RuleCheck.Accepts(
        Rule, Workloads.Deployment.With(Volumes, "[{ name: a }, { name: b, emptyDir: null, nfs: null }]"));

    [Theory]
    [InlineData("hostPath")]
    [InlineData("nfs")]
    [InlineData("awsElasticBlockStore")]
    [InlineData("cephfs")]
    [InlineData("gitRepo")]
    [InlineData("somethingNew")]
    public void Rejects_any_other(string source) => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.volumes[1].{source} is an object; allowed: configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret. Describe the storage as a PersistentVolume, and use a persistentVolumeClaim.",
        Workloads.Deployment.With(Volumes, $"[{{ name: a, emptyDir: {{}} }}, {{ name: b, {source}: {{ path: / }} }}]"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.volumes[0] is known only after the deployment", Workloads.Deployment.WithUnknown("spec.template.spec.volumes[0]"));
}
