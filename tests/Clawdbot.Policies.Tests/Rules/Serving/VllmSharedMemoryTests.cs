using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmSharedMemoryTests
{
    private static readonly VllmSharedMemory Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_one_card_without() => RuleCheck.Accepts(Rule, VllmSamples.With("--tensor-parallel-size=1").Without($"{VllmSamples.Container}.volumeMounts"));

    [Fact]
    public void Accepts_the_shared_memory_of_the_node() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.Without($"{VllmSamples.Container}.volumeMounts").With("spec.template.spec.hostIPC", "true"));

    [Fact]
    public void Rejects_several_cards_without() => RuleCheck.Rejects(
        Rule,
        "/dev/shm in spec.template.spec.containers[0].volumeMounts of container 'vllm' is not mounted; allowed: an emptyDir in memory, because the server has several ranks. Mount an emptyDir with medium: Memory and a size limit at /dev/shm.",
        VllmSamples.Deployment.Without($"{VllmSamples.Container}.volumeMounts"));

    [Fact]
    public void Rejects_a_volume_on_disk() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[1].emptyDir.medium is not set; allowed: Memory, because the server has several ranks. Mount an emptyDir with medium: Memory and a size limit at /dev/shm.",
        VllmSamples.Deployment.Without("spec.template.spec.volumes[1].emptyDir.medium"));

    [Fact]
    public void Rejects_the_default_of_Docker() => RuleCheck.Rejects(
        Rule,
        "shmSize is not set; allowed: at least 1024 MiB, because the server has several ranks. Mount an emptyDir with medium: Memory and a size limit at /dev/shm.",
        VllmSamples.Docker.Without("shmSize"));

    [Fact]
    public void Cannot_decide_unknown_mounts() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].volumeMounts is known only after the deployment", VllmSamples.Deployment.WithUnknown($"{VllmSamples.Container}.volumeMounts"));
}
