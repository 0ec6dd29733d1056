using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmModelMountTests
{
    private static readonly VllmModelMount Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_a_claim_that_is_read_only() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.Without($"{VllmSamples.Container}.volumeMounts[0].readOnly").With("spec.template.spec.volumes[0].persistentVolumeClaim.readOnly", "true"));

    [Fact]
    public void Accepts_a_volume_of_the_pod_alone() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.Without($"{VllmSamples.Container}.volumeMounts[0].readOnly").With("spec.template.spec.volumes[0]", "{ name: models, emptyDir: {} }"));

    [Fact]
    public void Accepts_a_cache_for_a_downloaded_model() => RuleCheck.Accepts(Rule, VllmSamples.Model("Qwen/Qwen3-32B").Without($"{VllmSamples.Container}.volumeMounts[0].readOnly"));

    [Fact]
    public void Rejects_a_writable_mount() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].volumeMounts[0].readOnly of container 'vllm' is not set; allowed: true, because the model is there: '/mnt/ceph/models'. Mount the volume with readOnly: true, and let the loader alone write to it.",
        VllmSamples.Deployment.Without($"{VllmSamples.Container}.volumeMounts[0].readOnly"));

    [Fact]
    public void Rejects_a_writable_directory_of_the_machine() => RuleCheck.Rejects(
        Rule,
        "mounts[0].readOnly is false; allowed: true, because the model is there: '/mnt/ceph/models'. Mount the volume with readOnly: true, and let the loader alone write to it.",
        VllmSamples.Docker.With("mounts[0].readOnly", "false"));
}
