using Clawdbot.Policies.Rules.Storage;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Storage;

public sealed class CephReplicationTests
{
    private const string Remedy =
        "Set replicated.size to 3, requireSafeReplicaSize to true and failureDomain to host or zone; for erasure coding, two coding chunks or more.";

    private static readonly CephReplication Rule = new();

    [Fact]
    public void Accepts_three_copies_on_separate_hosts() => RuleCheck.Accepts(Rule, CephSamples.FileSystem);

    [Theory]
    [InlineData("spec.metadataPool.replicated.size", "2", "2; allowed: 3 or more. ")]
    [InlineData("spec.dataPools[0].replicated.size", "1", "1; allowed: 3 or more. ")]
    [InlineData("spec.dataPools[0].replicated.requireSafeReplicaSize", "false", "false; allowed: true. ")]
    [InlineData("spec.dataPools[0].failureDomain", "osd", "'osd'; allowed: host, or a larger domain such as zone. ")]
    [InlineData("spec.dataPools[1].erasureCoded.codingChunks", "1", "1; allowed: 2 or more. ")]
    public void Rejects_copies_that_are_lost_together(string place, string value, string message) =>
        RuleCheck.Rejects(Rule, $"{place} is {message}{Remedy}", CephSamples.FileSystem.With(place, value));

    [Fact]
    public void Rejects_them_in_a_pool_of_blocks() => RuleCheck.Rejects(
        Rule,
        $"spec.replicated.size is 1; allowed: 3 or more. {Remedy}",
        Sample.Manifest("""
            apiVersion: ceph.rook.io/v1
            kind: CephBlockPool
            metadata: { name: blocks, namespace: rook-ceph }
            spec: { replicated: { size: 1 } }
            """));

    [Fact]
    public void Rejects_them_in_a_store_of_objects() => RuleCheck.Rejects(
        Rule,
        $"spec.dataPool.replicated.size is 2; allowed: 3 or more. {Remedy}",
        Sample.Manifest("""
            apiVersion: ceph.rook.io/v1
            kind: CephObjectStore
            metadata: { name: objects, namespace: rook-ceph }
            spec: { metadataPool: { replicated: { size: 3 } }, dataPool: { replicated: { size: 2 } } }
            """));

    [Fact]
    public void Cannot_decide_a_number_that_is_not_known_yet() => RuleCheck.CannotDecide(
        Rule, "spec.metadataPool.replicated.size is known only after the deployment", CephSamples.FileSystem.WithUnknown("spec.metadataPool.replicated.size"));
}
