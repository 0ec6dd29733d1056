using System.Collections.Immutable;

namespace Clawdbot.Infra.Etcd;

/// <summary>The command lines of a backup, as plain lists: the image has no shell, and the tests run them.</summary>
public static class EtcdBackupCommands
{
    /// <summary>Folder that the steps share.</summary>
    public const string WorkFolder = "/work";

    /// <summary>The snapshot in it.</summary>
    public const string Snapshot = $"{WorkFolder}/snapshot.db";

    /// <summary>Folder with root's certificate: a snapshot shows everything, so etcd gives it to administrators only.</summary>
    public const string CertificateFolder = "/etc/etcd/tls/root";

    /// <summary>Takes the snapshot, from exactly one endpoint: etcdctl refuses several, and the Service picks a ready member.</summary>
    public static ImmutableArray<string> Save { get; } =
    [
        "/usr/local/bin/etcdctl",
        $"--endpoints={EtcdNames.ClientUrl}",
        $"--cacert={CertificateFolder}/ca.crt",
        $"--cert={CertificateFolder}/tls.crt",
        $"--key={CertificateFolder}/tls.key",
        "--dial-timeout=10s",
        "snapshot",
        "save",
        Snapshot,
    ];

    /// <summary>
    /// Restores the snapshot into a folder that is thrown away: the only check of the hash over the whole file (<c>snapshot status</c>
    /// accepts one that was cut off), and the proof that a restore works. From 3.6 on only etcdutl can.
    /// </summary>
    public static ImmutableArray<string> Verify { get; } =
    [
        "/usr/local/bin/etcdutl",
        "snapshot",
        "restore",
        Snapshot,
        $"--data-dir={WorkFolder}/rehearsal",
    ];

    /// <summary>Copies the snapshot into the bucket; the pod's name begins with the planned time in minutes, so names sort by age.</summary>
    /// <param name="bucket">The bucket.</param>
    public static ImmutableArray<string> Upload(EtcdBackup.S3 bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return
        [
            "/usr/local/bin/aws",
            "s3",
            "cp",
            "--only-show-errors",
            Snapshot,
            $"s3://{bucket.Bucket}/{bucket.Prefix}/$({EtcdMemberIdentity.PodVariable}).db",
        ];
    }
}
