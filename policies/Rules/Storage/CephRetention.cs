using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Storage;

/// <summary>Deleted objects leave the data.</summary>
internal sealed class CephRetention() : KubernetesRule(new PolicyMetadata("ceph-retention")
{
    Title = "Data in Ceph outlives the objects that describe it",
    Description = "A file system, a claim or a cluster is deleted with one command, or by a deployment that replaces it. The data must not go with it.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Set preserveFilesystemOnDelete and preservePoolsOnDelete to true and reclaimPolicy to Retain, and leave cleanupPolicy.confirmation empty.",
    Url = "https://rook.io/docs/rook/latest/CRDs/Shared-Filesystem/ceph-filesystem-crd/",
}, "CephCluster", "CephFilesystem", "CephObjectStore", "StorageClass")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        switch (item)
        {
            case { Kind: "StorageClass", Group: "storage.k8s.io" } when IsCeph(item.Root["provisioner"].Text ?? ""):
                if (item.Root["reclaimPolicy"].Text != "Retain")
                {
                    report.Violation(item.Root["reclaimPolicy"], "Retain");
                }

                break;
            case { Group: CephKinds.Group, Kind: "CephCluster" } when !string.IsNullOrEmpty(item.Spec["cleanupPolicy"]["confirmation"].Text):
                report.Violation(item.Spec["cleanupPolicy"]["confirmation"], "an empty text");
                break;
            case { Group: CephKinds.Group, Kind: "CephFilesystem" } when item.Spec["preserveFilesystemOnDelete"].Flag != true:
                report.Violation(item.Spec["preserveFilesystemOnDelete"], "true");
                break;
            case { Group: CephKinds.Group, Kind: "CephObjectStore" } when item.Spec["preservePoolsOnDelete"].Flag != true && item.Spec["gateway"]["externalRgwEndpoints"].IsMissing:
                report.Violation(item.Spec["preservePoolsOnDelete"], "true");
                break;
        }
    }

    // The operator's namespace stands before the names: rook-ceph.cephfs.csi.ceph.com.
    private static bool IsCeph(string provisioner) =>
        provisioner is "cephfs.csi.ceph.com" or "rbd.csi.ceph.com"
        || provisioner.EndsWith(".cephfs.csi.ceph.com", StringComparison.Ordinal)
        || provisioner.EndsWith(".rbd.csi.ceph.com", StringComparison.Ordinal);
}
