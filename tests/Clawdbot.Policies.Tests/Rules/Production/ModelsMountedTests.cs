using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class ModelsMountedTests
{
    private static readonly ModelsMounted Rule = new();

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
    public void Rejects_a_server_without_the_mount() => RuleCheck.Rejects(
        Rule,
        "The mount at /mnt/ceph/models is missing; allowed: the shared storage of the models. Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
        Complete.With("small", "spec.template.spec.containers[0].volumeMounts[0].mountPath", "/models").All);

    [Fact]
    public void Rejects_a_server_that_may_write() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].volumeMounts[0].readOnly of container 'vllm' is false; allowed: true in a server. Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
        Complete.With("small", "spec.template.spec.containers[0].volumeMounts[0].readOnly", "false").All);

    [Fact]
    public void Rejects_a_directory_of_the_node() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[0] is no claim; allowed: a claim that other hosts mount as well. Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
        Complete.With("small", "spec.template.spec.volumes[0]", "{ name: models, hostPath: { path: /models } }").All);

    [Fact]
    public void Rejects_a_mount_without_volume() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].volumeMounts[0].name is 'models'; allowed: a claim that other hosts mount as well. Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
        Complete.With("small", "spec.template.spec.volumes[0].name", "others").All);

    [Fact]
    public void Rejects_a_claim_for_one_host() => RuleCheck.Rejects(
        Rule,
        "spec.accessModes is [ReadWriteOnce]; allowed: ReadWriteMany. Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
        Complete.Lacking("large").With("claim", "spec.accessModes", "[ReadWriteOnce]").All);

    [Fact]
    public void Rejects_a_loader_that_cannot_write() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].volumeMounts[0].readOnly of container 'load' is true; allowed: false in the loader. Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
        Complete.With("loader", "spec.template.spec.containers[0].volumeMounts[0].readOnly", "true").All);

    [Fact]
    public void Rejects_a_loader_with_a_claim_that_is_read_only() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.volumes[0].persistentVolumeClaim.readOnly is true; allowed: false in the loader. Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
        Complete.With("loader", "spec.template.spec.volumes[0].persistentVolumeClaim.readOnly", "true").All);

    [Fact]
    public void Rejects_a_loader_without_the_mount() => RuleCheck.Rejects(
        Rule,
        "The mount at /mnt/ceph/models is missing; allowed: the shared storage of the models. Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
        Complete.With("loader", "spec.template.spec.containers[0].volumeMounts[0].mountPath", "/models").All);

    [Fact]
    public void Rejects_storage_that_nobody_fills() => RuleCheck.Rejects(
        Rule,
        "The loader (a Job with the component model-loader) is missing; allowed: one that fills the claim of the models. Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
        Complete.Lacking("loader").All);

    [Fact]
    public void Cannot_decide_a_claim_from_elsewhere() => RuleCheck.CannotDecide(Rule, "the claim of the models is not in the stack", Complete.Lacking("claim", "large").All);
}
