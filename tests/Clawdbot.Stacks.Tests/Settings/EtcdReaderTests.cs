using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Etcd;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class EtcdReaderTests
{
    private const string Here = "Set it in stacks/Pulumi.test.yaml.";
    private const string Correct = "Correct it in stacks/Pulumi.test.yaml.";

    [Fact]
    public void Accepts_an_empty_section_as_the_defaults()
    {
        var (spec, errors) = Read("{}");
        Assert.Empty(errors);
        Assert.Equal(new EtcdClusterSpec(), spec);
    }

    [Fact]
    public void Accepts_every_key()
    {
        var (spec, errors) = Read("""
            {
              "members": 5, "image": "registry.example/etcd:v3.6.15", "scriptImage": "registry.example/curl:8.16.0", "uploadImage": "registry.example/aws:2.35.5",
              "storageClass": "gp3", "storageGiB": 20, "quotaMiB": 4096, "compactionMinutes": 30, "snapshotCount": 5000, "heartbeatMilliseconds": 200,
              "electionMilliseconds": 2000, "zoneSpread": "preferred", "passwordGeneration": 2,
              "backup": { "kind": "claim", "schedule": "0 3 * * *", "keep": 7, "storageGiB": 30, "storageClass": "standard" }
            }
            """);
        Assert.Empty(errors);
        Assert.Equal(
            new EtcdClusterSpec
            {
                Members = 5,
                Image = "registry.example/etcd:v3.6.15",
                ScriptImage = "registry.example/curl:8.16.0",
                UploadImage = "registry.example/aws:2.35.5",
                StorageClass = "gp3",
                StorageGiB = 20,
                QuotaMiB = 4096,
                CompactionMinutes = 30,
                SnapshotCount = 5000,
                HeartbeatMilliseconds = 200,
                ElectionMilliseconds = 2000,
                ZoneSpread = EtcdZoneSpread.Preferred,
                PasswordGeneration = 2,
                Backup = new EtcdBackup.Claim("0 3 * * *", 7, 30, "standard"),
            },
            spec);
    }

    [Fact]
    public void Accepts_a_bucket_with_the_default_schedule_and_prefix()
    {
        var (spec, errors) = Read("""{ "backup": { "kind": "s3", "bucket": "backups", "region": "eu-central-1" } }""");
        Assert.Empty(errors);
        Assert.Equal(new EtcdBackup.S3("17 */6 * * *", "backups", "etcd", "eu-central-1"), spec.Backup);
    }

    [Fact]
    public void Accepts_no_backup() => Assert.Equal(new EtcdBackup.None(), Read("""{ "backup": { "kind": "none" } }""").Spec.Backup);

    [Fact]
    public void Rejects_an_unknown_key() =>
        Assert.Equal(
            [
                "CB1001: clawdbot:etcd.member is not a setting; allowed: members, image, scriptImage, uploadImage, storageClass, storageGiB, quotaMiB, compactionMinutes, snapshotCount, "
                    + $"heartbeatMilliseconds, electionMilliseconds, zoneSpread, passwordGeneration, backup. Did you mean 'members'? {Correct}",
            ],
            Read("""{ "member": 3 }""").Errors);

    [Fact]
    public void Rejects_an_unknown_spread() =>
        Assert.Equal([$"CB1004: clawdbot:etcd.zoneSpread is 'require'; allowed: required or preferred. Did you mean 'required'? {Here}"], Read("""{ "zoneSpread": "require" }""").Errors);

    [Fact]
    public void Rejects_an_unknown_backup() =>
        Assert.Equal([$"CB1004: clawdbot:etcd.backup.kind is 'nfs'; allowed: claim or s3 or none. {Here}"], Read("""{ "backup": { "kind": "nfs" } }""").Errors);

    [Fact]
    public void Rejects_a_key_of_another_kind_of_backup() =>
        Assert.Equal(
            [$"CB1001: clawdbot:etcd.backup.keep is not a setting; allowed: kind, schedule, bucket, prefix, region. {Correct}"],
            Read("""{ "backup": { "kind": "s3", "bucket": "b", "region": "eu-central-1", "keep": 3 } }""").Errors);

    [Fact]
    public void Rejects_a_bucket_without_a_name_and_region() =>
        Assert.Equal(
            [$"CB1002: clawdbot:etcd.backup.bucket is missing; allowed: a text. {Here}", $"CB1002: clawdbot:etcd.backup.region is missing; allowed: a text. {Here}"],
            Read("""{ "backup": { "kind": "s3" } }""").Errors);

    private static (EtcdClusterSpec Spec, string[] Errors) Read(string json)
    {
        var errors = new List<Diagnostic>();
        using var document = JsonDocument.Parse(json);
        var spec = EtcdReader.Read(new SettingsObject("clawdbot:etcd", document.RootElement, EtcdReader.Keys, "stacks/Pulumi.test.yaml", errors));
        return (spec, [.. errors.Select(error => error.ToString())]);
    }
}
