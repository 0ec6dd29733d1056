namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Compliant objects of Rook.</summary>
internal static class CephSamples
{
    /// <summary>A cluster.</summary>
    public static Sample Cluster { get; } = Sample.Manifest("""
        apiVersion: ceph.rook.io/v1
        kind: CephCluster
        metadata: { name: rook-ceph, namespace: rook-ceph }
        spec:
          cephVersion: { image: "quay.io/ceph/ceph:v20.2.4", allowUnsupported: false }
          mon: { count: 3, allowMultiplePerNode: false }
          mgr: { count: 2, allowMultiplePerNode: false }
          dashboard: { enabled: true, ssl: true }
          cleanupPolicy: { confirmation: "" }
        """);

    /// <summary>A cluster elsewhere.</summary>
    public static Sample External { get; } = Sample.Manifest("""
        apiVersion: ceph.rook.io/v1
        kind: CephCluster
        metadata: { name: external, namespace: rook-ceph-external }
        spec:
          external: { enable: true }
          mon: { count: 1, allowMultiplePerNode: true }
          mgr: { count: 1 }
          cephVersion: { image: "quay.io/ceph/ceph:v20", allowUnsupported: true }
          dashboard: { enabled: true }
        """);

    /// <summary>A file system.</summary>
    public static Sample FileSystem { get; } = Sample.Manifest("""
        apiVersion: ceph.rook.io/v1
        kind: CephFilesystem
        metadata: { name: models, namespace: rook-ceph }
        spec:
          metadataPool: { failureDomain: host, replicated: { size: 3, requireSafeReplicaSize: true } }
          dataPools:
            - { name: replicated, failureDomain: host, replicated: { size: 3, requireSafeReplicaSize: true } }
            - { name: coded, erasureCoded: { dataChunks: 4, codingChunks: 2 } }
          preserveFilesystemOnDelete: true
        """);

    /// <summary>A storage class.</summary>
    public static Sample Class { get; } = Sample.Manifest("""
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: { name: cephfs }
        provisioner: rook-ceph.cephfs.csi.ceph.com
        reclaimPolicy: Retain
        """);
}
