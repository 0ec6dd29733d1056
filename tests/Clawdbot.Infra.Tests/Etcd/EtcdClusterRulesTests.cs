using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Etcd;

/// <summary>C9.9: what cannot become a healthy etcd is refused while planning.</summary>
public sealed class EtcdClusterRulesTests
{
    private static EtcdBackup.Claim Claim { get; } = new("17 */6 * * *", 28, 20, null);

    private static EtcdBackup.S3 Bucket { get; } = new("17 */6 * * *", "clawdbot-backups", "etcd/prod", "eu-central-1");

    [Fact]
    public void Accepts_the_defaults() => Assert.Empty(Check(new EtcdClusterSpec()));

    [Theory]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    public void Accepts_three_and_five_members(int members, int quorum)
    {
        var spec = new EtcdClusterSpec { Members = members };
        Assert.Empty(Check(spec));
        Assert.Equal(quorum, spec.Quorum);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Rejects_other_numbers_of_members(int members) =>
        Assert.Equal(
            [$"CB2300: E.members is {members}; allowed: 3 or 5. One or two members stop with the first loss; an even number outlives no more losses than one member fewer. Change it."],
            Check(new EtcdClusterSpec { Members = members }));

    [Theory]
    [InlineData("quay.io/coreos/etcd:v3.6.13")]
    [InlineData("quay.io/coreos/etcd:v3.7.0")]
    [InlineData("quay.io/coreos/etcd:stable")]
    [InlineData("quay.io/coreos/etcd@sha256:0123456789012345678901234567890123456789012345678901234567890123")]
    public void Rejects_an_image_that_may_have_the_watch_hole(string image) =>
        Assert.Equal(
            [$"CB2301: E.image is '{image}'; allowed: a tag with a release from 3.6.14, or from 3.7.1. Older members show a watcher keys that it may not read (GHSA-xg4h-6gfc-h4m8), and a digest alone does not tell the release. Change it."],
            Check(new EtcdClusterSpec { Image = image }));

    [Theory]
    [InlineData("quay.io/coreos/etcd:v3.6.14")]
    [InlineData("quay.io/coreos/etcd:v3.7.1")]
    public void Accepts_an_image_without_it(string image) => Assert.Empty(Check(new EtcdClusterSpec { Image = image }));

    [Fact]
    public void Rejects_images_without_a_version()
    {
        Assert.Equal([DiagnosticIds.UnpinnedImage], Ids(new EtcdClusterSpec { Image = "quay.io/coreos/etcd" }));
        Assert.Equal([DiagnosticIds.UnpinnedImage], Ids(new EtcdClusterSpec { ScriptImage = "curlimages/curl:latest" }));
        Assert.Equal([DiagnosticIds.UnpinnedImage], Ids(new EtcdClusterSpec { UploadImage = "aws-cli", Backup = Bucket }));
    }

    [Fact]
    public void Accepts_an_upload_image_that_is_not_used() => Assert.Empty(Check(new EtcdClusterSpec { UploadImage = "aws-cli" }));

    [Fact]
    public void Rejects_numbers_outside_their_ranges_together() =>
        Assert.Equal(
            [
                "CB2002: E.storageGiB is 0; allowed: 1 to 1024. Change it.",
                "CB2002: E.quotaMiB is 63; allowed: 64 to 8192. Change it.",
                "CB2002: E.compactionMinutes is 4; allowed: 5 to 10080. Change it.",
                "CB2002: E.snapshotCount is 100000; allowed: 1000 to 10000. Change it.",
                "CB2002: E.heartbeatMilliseconds is 49; allowed: 50 to 1000. Change it.",
                "CB2002: E.electionMilliseconds is 10001; allowed: 250 to 10000. Change it.",
                "CB2002: E.passwordGeneration is 0; allowed: 1 to 1000000. Change it.",
                "CB2002: E.backup.keep is 0; allowed: 1 to 1000. Change it.",
                "CB2002: E.backup.storageGiB is 1025; allowed: 1 to 1024. Change it.",
            ],
            Check(new EtcdClusterSpec
            {
                StorageGiB = 0,
                QuotaMiB = 63,
                CompactionMinutes = 4,
                SnapshotCount = 100000,
                HeartbeatMilliseconds = 49,
                ElectionMilliseconds = 10001,
                PasswordGeneration = 0,
                Backup = Claim with { Keep = 0, StorageGiB = 1025 },
            }));

    [Fact]
    public void Accepts_an_election_of_five_heartbeats() => Assert.Empty(Check(new EtcdClusterSpec { HeartbeatMilliseconds = 200, ElectionMilliseconds = 1000 }));

    [Fact]
    public void Rejects_a_shorter_election() =>
        Assert.Equal(
            ["CB2302: E.electionMilliseconds is 999; allowed: at least 1000, 5 times heartbeatMilliseconds 200. etcd refuses to start with less. Change it."],
            Check(new EtcdClusterSpec { HeartbeatMilliseconds = 200, ElectionMilliseconds = 999 }));

    [Fact]
    public void Accepts_a_volume_of_twice_the_quota_and_the_log() => Assert.Empty(Check(new EtcdClusterSpec { StorageGiB = 5, QuotaMiB = 2048 }));

    [Fact]
    public void Rejects_a_smaller_volume() =>
        Assert.Equal(
            ["CB2303: E.storageGiB is 4; allowed: at least 5 with quotaMiB 2048: twice the quota, because defragmenting writes a copy, and 1024 MiB of log. Change it."],
            Check(new EtcdClusterSpec { StorageGiB = 4, QuotaMiB = 2048 }));

    [Theory]
    [InlineData("gp3")]
    [InlineData("rook-ceph-block")]
    public void Accepts_block_storage(string storageClass) => Assert.Empty(Check(new EtcdClusterSpec { StorageClass = storageClass }));

    [Theory]
    [InlineData("rook-cephfs", "cephfs")]
    [InlineData("efs-sc", "efs")]
    [InlineData("nfs-client", "nfs")]
    public void Rejects_a_shared_file_system(string storageClass, string word) =>
        Assert.Equal(
            [$"CB2304: E.storageClass is '{storageClass}'; allowed: a class of block storage or local disks, such as gp3 or rook-ceph-block; the name says {word}. Each change waits for the disk, and members lose their lead on a file system behind a network. Change it."],
            Check(new EtcdClusterSpec { StorageClass = storageClass }));

    /// <summary>Snapshots may go anywhere: nobody waits for them.</summary>
    [Fact]
    public void Accepts_a_shared_file_system_for_backups() => Assert.Empty(Check(new EtcdClusterSpec { Backup = Claim with { StorageClass = "nfs-client" } }));

    [Fact]
    public void Rejects_names_that_no_storage_class_has() =>
        Assert.Equal(
            [
                "CB2001: E.storageClass is 'Fast Disk'; allowed: the name of a StorageClass: lower-case letters, digits, '-' and '.'. Change it.",
                "CB2001: E.backup.storageClass is ''; allowed: the name of a StorageClass: lower-case letters, digits, '-' and '.'. Change it.",
            ],
            Check(new EtcdClusterSpec { StorageClass = "Fast Disk", Backup = Claim with { StorageClass = "" } }));

    [Fact]
    public void Rejects_a_schedule_that_is_none()
    {
        const string Message = "CB2305: E.backup.schedule is '@daily'; allowed: five fields in UTC: minute, hour, day, month, weekday (0 is Sunday), such as '17 */6 * * *'. Change it.";
        Assert.Equal([Message], Check(new EtcdClusterSpec { Backup = Claim with { Schedule = "@daily" } }));
        Assert.Equal([Message], Check(new EtcdClusterSpec { Backup = Bucket with { Schedule = "@daily" } }));
    }

    [Fact]
    public void Accepts_a_bucket() => Assert.Empty(Check(new EtcdClusterSpec { Backup = Bucket }));

    [Fact]
    public void Rejects_what_s3_would_refuse() =>
        Assert.Equal(
            [
                "CB2306: E.backup.bucket is 'My_Bucket'; allowed: 3 to 63 lower-case letters, digits, '-' and '.', the first and the last a letter or digit. Change it.",
                "CB2306: E.backup.prefix is '/etcd/'; allowed: names of letters, digits, '-', '_' and '.', joined by '/', without one at either end. Change it.",
                "CB2306: E.backup.region is 'Frankfurt'; allowed: an AWS region such as eu-central-1. Change it.",
            ],
            Check(new EtcdClusterSpec { Backup = new EtcdBackup.S3("17 */6 * * *", "My_Bucket", "/etcd/", "Frankfurt") }));

    [Fact]
    public void Accepts_room_for_two_full_snapshots() => Assert.Empty(Check(new EtcdClusterSpec { Backup = Claim with { StorageGiB = 4 } }));

    [Fact]
    public void Rejects_less_room() =>
        Assert.Equal(
            ["CB2307: E.backup.storageGiB is 3; allowed: at least 4: two snapshots of a full database of quotaMiB 2048, the newest and the one being written. Change it."],
            Check(new EtcdClusterSpec { Backup = Claim with { StorageGiB = 3 } }));

    [Fact]
    public void Advises_against_what_is_only_allowed()
    {
        Assert.Equal(["etcd's backups stay on a volume of the same cluster: losing the cluster loses them too."], EtcdClusterAdvice.For(new EtcdClusterSpec()));
        Assert.Equal(
            [
                "etcd has no backup: losing a majority of its members loses the mode, overrides and drains.",
                "etcd's members may share a zone: losing that zone can stop changes of the configuration.",
            ],
            EtcdClusterAdvice.For(new EtcdClusterSpec { Backup = new EtcdBackup.None(), ZoneSpread = EtcdZoneSpread.Preferred }));
        Assert.Empty(EtcdClusterAdvice.For(new EtcdClusterSpec { Backup = Bucket }));
    }

    private static string[] Check(EtcdClusterSpec spec) => EtcdClusterRules.Check(spec, "E", "Change it.").Lines();

    private static IEnumerable<string> Ids(EtcdClusterSpec spec) => EtcdClusterRules.Check(spec, "E", "Change it.").Select(diagnostic => diagnostic.Id);
}
