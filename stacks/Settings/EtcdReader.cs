using System.Collections.Immutable;
using Clawdbot.Infra.Etcd;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:etcd</c>. Every key may be left out.</summary>
internal static class EtcdReader
{
    private const string Claim = "claim";
    private const string S3 = "s3";
    private const string None = "none";

    internal static ImmutableArray<string> Keys { get; } =
    [
        "members", "image", "scriptImage", "uploadImage", "storageClass", "storageGiB", "quotaMiB", "compactionMinutes", "snapshotCount",
        "heartbeatMilliseconds", "electionMilliseconds", "zoneSpread", "passwordGeneration", "backup",
    ];

    private static Dictionary<string, string[]> BackupKeys { get; } = new()
    {
        [Claim] = ["schedule", "keep", "storageGiB", "storageClass"],
        [S3] = ["schedule", "bucket", "prefix", "region"],
        [None] = [],
    };

    internal static EtcdClusterSpec Read(SettingsObject entry)
    {
        var defaults = new EtcdClusterSpec();
        return new EtcdClusterSpec
        {
            Members = entry.OptionalInteger("members") ?? defaults.Members,
            Image = entry.OptionalText("image") ?? defaults.Image,
            ScriptImage = entry.OptionalText("scriptImage") ?? defaults.ScriptImage,
            UploadImage = entry.OptionalText("uploadImage") ?? defaults.UploadImage,
            StorageClass = entry.OptionalText("storageClass"),
            StorageGiB = entry.OptionalInteger("storageGiB") ?? defaults.StorageGiB,
            QuotaMiB = entry.OptionalInteger("quotaMiB") ?? defaults.QuotaMiB,
            CompactionMinutes = entry.OptionalInteger("compactionMinutes") ?? defaults.CompactionMinutes,
            SnapshotCount = entry.OptionalInteger("snapshotCount") ?? defaults.SnapshotCount,
            HeartbeatMilliseconds = entry.OptionalInteger("heartbeatMilliseconds") ?? defaults.HeartbeatMilliseconds,
            ElectionMilliseconds = entry.OptionalInteger("electionMilliseconds") ?? defaults.ElectionMilliseconds,
            ZoneSpread = entry.Has("zoneSpread") && entry.Choice("zoneSpread", "required", "preferred") == "preferred" ? EtcdZoneSpread.Preferred : EtcdZoneSpread.Required,
            PasswordGeneration = entry.OptionalInteger("passwordGeneration") ?? defaults.PasswordGeneration,
            Backup = entry.Has("backup") ? ReadBackup(entry.Variant("backup", BackupKeys)) : defaults.Backup,
        };
    }

    private static EtcdBackup ReadBackup(SettingsObject entry)
    {
        var kind = entry.Choice("kind", Claim, S3, None);
        if (kind == None)
            return new EtcdBackup.None();
        var schedule = entry.OptionalText("schedule") ?? EtcdClusterDefaults.Schedule;
        return kind switch
        {
            Claim => new EtcdBackup.Claim(
                schedule,
                entry.OptionalInteger("keep") ?? EtcdClusterDefaults.Keep,
                entry.OptionalInteger("storageGiB") ?? EtcdClusterDefaults.BackupStorageGiB,
                entry.OptionalText("storageClass")),
            S3 => new EtcdBackup.S3(schedule, entry.Text("bucket", "unknown"), entry.OptionalText("prefix") ?? EtcdClusterDefaults.BackupPrefix, entry.Text("region", "us-east-1")),
            _ => EtcdClusterDefaults.Backup,
        };
    }
}
