using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Etcd;

/// <summary>Choices of <see cref="EtcdCluster"/>.</summary>
public static class EtcdClusterDefaults
{
    /// <summary>Value of <c>app.kubernetes.io/name</c> and <c>app.kubernetes.io/component</c> of members; also the name of their objects.</summary>
    public const string Program = "etcd";

    /// <summary>Name, and component, of the backups.</summary>
    public const string BackupProgram = "etcd-backup";

    /// <summary>Name, and component, of the Job that makes users and roles.</summary>
    public const string AccessProgram = "etcd-access";

    /// <summary>Service of the ready members, for clients.</summary>
    public const string ClientService = "etcd-client";

    /// <summary>Port of clients.</summary>
    public const int ClientPort = 2379;

    /// <summary>Port between members.</summary>
    public const int PeerPort = 2380;

    /// <summary>Port of metrics and probes: plain HTTP, because the kubelet has no client certificate. Shows no keys.</summary>
    public const int MetricsPort = 2381;

    /// <summary>Members: a majority of three outlives one loss.</summary>
    public const int Members = 3;

    /// <summary>Numbers of members that make sense: even ones add load without outliving more, seven only slow writes.</summary>
    public static ImmutableArray<int> MemberCounts { get; } = [3, 5];

    /// <summary>Newest 3.6 of 2026-07-23. 3.7 is younger than four months and cannot be left for 3.6 again once its storage is written.</summary>
    public const string Image = "gcr.io/etcd-development/etcd:v3.6.14";

    /// <summary>BusyBox's shell and curl, running as its own user. https://hub.docker.com/r/curlimages/curl</summary>
    public const string ScriptImage = "docker.io/curlimages/curl:8.16.0";

    /// <summary>https://gallery.ecr.aws/aws-cli/aws-cli</summary>
    public const string UploadImage = "public.ecr.aws/aws-cli/aws-cli:2.35.5";

    /// <summary>Volume in GiB: quota, its copy while the file is defragmented, and the log.</summary>
    public const int StorageGiB = 10;

    /// <summary>Volume sizes in GiB.</summary>
    public static IntegerRange StorageSizes { get; } = new(1, 1024);

    /// <summary>Quota in MiB: etcd's own default, said aloud. The live configuration takes less than one.</summary>
    public const int QuotaMiB = 2048;

    /// <summary>Quotas in MiB: above 8 GiB etcd warns at start-up, because recovery takes minutes. https://etcd.io/docs/v3.6/dev-guide/limit/</summary>
    public static IntegerRange Quotas { get; } = new(64, 8192);

    /// <summary>
    /// MiB beside quota and its copy: five log files of 64 MiB, five log snapshots, and one log file allocated ahead
    /// (<c>--max-wals</c>, <c>--max-snapshots</c>).
    /// </summary>
    public const int LogMiB = 1024;

    /// <summary>Minutes of history: a gateway that was cut off for less resumes its watch instead of reading everything again.</summary>
    public const int CompactionMinutes = 60;

    /// <summary>Minutes of history: less than 5 would break watches over a short hiccup, a week is far beyond use.</summary>
    public static IntegerRange CompactionSpans { get; } = new(5, 10080);

    /// <summary>The default of 3.6; the old 100000 only held more entries in memory. https://etcd.io/docs/v3.6/op-guide/configuration/</summary>
    public const int SnapshotCount = 10000;

    /// <summary>Changes between snapshots of the log.</summary>
    public static IntegerRange SnapshotCounts { get; } = new(1000, 10000);

    /// <summary>etcd's default, made for one region: about the round trip between members. https://etcd.io/docs/v3.6/tuning/</summary>
    public const int HeartbeatMilliseconds = 100;

    /// <summary>Heartbeats: below 50 ms a busy disk looks like a dead leader.</summary>
    public static IntegerRange Heartbeats { get; } = new(50, 1000);

    /// <summary>etcd's default. A lost leader is replaced within two of these, well inside the ten seconds of requirement C6.</summary>
    public const int ElectionMilliseconds = 1000;

    /// <summary>Election timeouts: 10 s is the whole budget of requirement C6.</summary>
    public static IntegerRange Elections { get; } = new(250, 10000);

    /// <summary>Heartbeats that must fit into an election timeout; etcd refuses to start with less.</summary>
    public const int HeartbeatsPerElection = 5;

    /// <summary>
    /// Oldest TLS. Not 1.3: lua-nginx-module before 0.10.27 does not offer it by default, and both ends support the strong suites of 1.2.
    /// </summary>
    public const string MinimumTls = "TLS1.2";

    /// <summary>
    /// Compare a member's data with the others before it serves, and the hashes of each compaction afterwards: a corrupt member then
    /// stops instead of answering. https://etcd.io/docs/v3.6/op-guide/data_corruption/
    /// </summary>
    public const string FeatureGates = "CompactHashCheck=true,InitialCorruptCheck=true";

    /// <summary>Every six hours: people change weights a few times a day, and pools come from the stack, not from here.</summary>
    public const string Schedule = "17 */6 * * *";

    /// <summary>Snapshots kept: seven days.</summary>
    public const int Keep = 28;

    /// <summary>Numbers of snapshots.</summary>
    public static IntegerRange KeepCounts { get; } = new(1, 1000);

    /// <summary>Size of the volume for snapshots in GiB; a snapshot of the live configuration is about a megabyte.</summary>
    public const int BackupStorageGiB = 20;

    /// <summary>Folder in the bucket.</summary>
    public const string BackupPrefix = "etcd";

    /// <summary>The default backup: needs nothing that a cluster may lack.</summary>
    public static EtcdBackup Backup { get; } = new EtcdBackup.Claim(Schedule, Keep, BackupStorageGiB, StorageClass: null);

    /// <summary>Words in the names of storage classes on file systems that are shared or reached over NFS, where etcd's fsync and locks are too slow or wrong.</summary>
    public static ImmutableArray<string> SharedFileSystems { get; } = ["cephfs", "efs", "nfs", "fsx", "lustre", "azurefile", "filestore", "gluster"];

    /// <summary>Numeric user of all pods here. Any but 0 does; this one is nobody's on the nodes.</summary>
    public const int UserId = 10001;

    /// <summary>Mode of key files, as octal 0440: readable for the group that the pod runs in.</summary>
    public const int KeyFileMode = 288;

    /// <summary>Priority of members: above all that has none, below what the cluster needs itself.</summary>
    public const int PriorityValue = 1_000_000;

    /// <summary>Zones over which members must be spread when they must be: with fewer, one zone holds a majority.</summary>
    public const int Zones = 3;

    /// <summary>Hours that a certificate is valid: 90 days.</summary>
    public const int CertificateHours = 2160;

    /// <summary>Hours before its end at which it is renewed: 30 days, time for a person to notice. Members read new files by themselves.</summary>
    public const int CertificateRenewHours = 720;

    /// <summary>Past certificate requests that are kept.</summary>
    public const int CertificateRevisions = 3;

    /// <summary>Hours that an authority is valid: ten years; members read its certificate only when they start.</summary>
    public const int AuthorityHours = 87600;

    /// <summary>Hours before its end at which an authority is renewed, with the same key: one year.</summary>
    public const int AuthorityRenewHours = 8760;

    /// <summary>Letters and digits of a password: 190 bits.</summary>
    public const int PasswordLength = 32;

    /// <summary>Numbers of a generation of passwords.</summary>
    public static IntegerRange PasswordGenerations { get; } = new(1, 1_000_000);

    /// <summary>MiB of the node's disk for logs of a pod here.</summary>
    public const int ScratchMiB = 256;

    /// <summary>Memory of a script or a tool, in MiB.</summary>
    public const int ToolMiB = 256;

    /// <summary>Processor that a member is sure of; the guide asks for 2 cores only above 200 clients. https://etcd.io/docs/v3.6/op-guide/hardware/</summary>
    public const string CpuRequest = "250m";

    /// <summary>Processor at most, for elections and snapshots under load.</summary>
    public const string CpuLimit = "2";

    /// <summary>MiB of memory beside the quota: the mapped file may count in full, and the rest is heap.</summary>
    public const int HeapMiB = 512;

    /// <summary>Seconds of a failing <c>/livez</c> at start: opening an 8 GiB database from a cold disk takes minutes.</summary>
    public const int StartupSeconds = 300;

    /// <summary>Seconds between probes.</summary>
    public const int ProbePeriodSeconds = 5;

    /// <summary>Seconds that a probe may take: <c>/readyz</c> reads through the quorum.</summary>
    public const int ProbeTimeoutSeconds = 5;

    /// <summary>Probes of <c>/readyz</c> that must fail.</summary>
    public const int ReadinessFailures = 3;

    /// <summary>Probes of <c>/livez</c> that must fail: a minute. The check does not depend on the other members.</summary>
    public const int LivenessFailures = 12;

    /// <summary>Seconds to hand over the lead and close the database.</summary>
    public const int GraceSeconds = 30;

    /// <summary>Seconds that a member must stay ready before the next one is replaced.</summary>
    public const int MinReadySeconds = 10;

    /// <summary>Seconds in which all members must have been replaced, image pulls included.</summary>
    public const int RolloutSeconds = 900;

    /// <summary>Attempts of the Job that makes users and roles.</summary>
    public const int AccessRetries = 6;

    /// <summary>Seconds that these attempts may take together.</summary>
    public const int AccessSeconds = 900;

    /// <summary>Seconds that a finished Job stays for whoever wants its log.</summary>
    public const int FinishedSeconds = 86400;

    /// <summary>Seconds that one backup may take.</summary>
    public const int BackupSeconds = 1800;

    /// <summary>Seconds by which a backup may start late; also keeps the controller from giving up after 100 missed starts.</summary>
    public const int BackupLateSeconds = 1800;

    /// <summary>Attempts of one backup.</summary>
    public const int BackupRetries = 2;
}
