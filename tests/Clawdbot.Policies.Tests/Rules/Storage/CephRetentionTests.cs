using Clawdbot.Policies.Rules.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Storage;

public sealed class CephRetentionTests
{
    private const string Remedy = "Set preserveFilesystemOnDelete and preservePoolsOnDelete to true and reclaimPolicy to Retain, and leave cleanupPolicy.confirmation empty.";

    private static readonly CephRetention Rule = new();

    [Fact]
    public void Accepts_data_that_stays() => RuleCheck.Accepts(Rule, CephSamples.Cluster, CephSamples.FileSystem, CephSamples.Class, CephSamples.External);

    [Fact]
    public void Accepts_classes_of_other_storage() => RuleCheck.Accepts(Rule, CephSamples.Class.With("provisioner", "ebs.csi.aws.com").Without("reclaimPolicy"));

    [Fact]
    public void Rejects_a_file_system_that_goes_with_its_object() => RuleCheck.Rejects(
        Rule, $"spec.preserveFilesystemOnDelete is not set; allowed: true. {Remedy}", CephSamples.FileSystem.Without("spec.preserveFilesystemOnDelete"));

    [Fact]
    public void Rejects_a_cluster_that_is_to_be_wiped() => RuleCheck.Rejects(
        Rule,
        $"spec.cleanupPolicy.confirmation is 'yes-really-destroy-data'; allowed: an empty text. {Remedy}",
        CephSamples.Cluster.With("spec.cleanupPolicy.confirmation", "yes-really-destroy-data"));

    [Theory]
    [InlineData("Delete", "'Delete'")]
    [InlineData("null", "not set")]
    public void Rejects_volumes_that_go_with_their_claims(string value, string shown) =>
        RuleCheck.Rejects(Rule, $"reclaimPolicy is {shown}; allowed: Retain. {Remedy}", CephSamples.Class.With("reclaimPolicy", value));

    [Fact]
    public void Rejects_objects_that_go_with_their_store() => RuleCheck.Rejects(
        Rule,
        $"spec.preservePoolsOnDelete is false; allowed: true. {Remedy}",
        Sample.Manifest("""
            apiVersion: ceph.rook.io/v1
            kind: CephObjectStore
            metadata: { name: objects, namespace: rook-ceph }
            spec: { preservePoolsOnDelete: false }
            """));
}
