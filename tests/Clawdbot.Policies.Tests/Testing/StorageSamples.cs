namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Compliant objects that keep data.</summary>
internal static class StorageSamples
{
    /// <summary>A StatefulSet with a volume for each pod.</summary>
    public static Sample StatefulSet { get; } = Sample.Manifest("""
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db, namespace: shop }
        spec:
          persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain, whenScaled: Retain }
          selector:
            matchLabels: { app.kubernetes.io/name: db }
          template:
            metadata:
              labels: { app.kubernetes.io/name: db }
            spec:
              containers:
                - { name: db, image: db }
          volumeClaimTemplates:
            - metadata: { name: data }
              spec:
                accessModes: [ReadWriteOnce]
                resources:
                  requests: { storage: 10Gi }
        """);

    /// <summary>A claim.</summary>
    public static Sample Claim { get; } = Sample.Manifest("""
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: { name: data, namespace: shop }
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests: { storage: 10Gi }
        """);

    /// <summary>A volume.</summary>
    public static Sample Volume { get; } = Sample.Manifest("""
        apiVersion: v1
        kind: PersistentVolume
        metadata: { name: data }
        spec:
          persistentVolumeReclaimPolicy: Retain
          capacity: { storage: 10Gi }
          accessModes: [ReadWriteOnce]
        """);
}
