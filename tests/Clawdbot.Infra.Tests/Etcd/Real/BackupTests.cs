using System.Net;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Etcd;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>C6: what the backup's containers write, the runbook's restore brings back.</summary>
[Collection(RealEtcdCollection.Name)]
public sealed partial class BackupTests
{
    [Fact]
    public async Task A_snapshot_of_the_cron_job_is_restored_by_the_runbook()
    {
        await using var cluster = await RealCluster.Start();
        (await cluster.MakeUsers()).Succeeded();
        await Put(cluster, "production");
        var backup = Directory.CreateDirectory(Path.Combine(cluster.Folder, "backup")).FullName;
        await Backup(cluster, backup, keep: 2);
        var snapshot = Path.GetFileName(Assert.Single(Directory.GetFiles(backup)));
        Assert.Matches(@"\Aetcd-[0-9]{8}T[0-9]{6}Z\.db\z", snapshot);
        // After the snapshot, so it is gone afterwards.
        await Put(cluster, "maintenance");

        FakeKubectl? kubectl = null;
        var jobs = new Dictionary<string, string>();
        kubectl = new FakeKubectl(cluster, async (words, input) =>
        {
            if (words.EndsWith("scale statefulset etcd --replicas=0", StringComparison.Ordinal))
            {
                foreach (var member in cluster.Members)
                    member.Terminate();
            }
            else if (words.Contains("apply --filename=-", StringComparison.Ordinal))
                jobs.Add(JobName().Match(input).Groups["name"].Value, input);
            else if (words.Contains("wait job restore-", StringComparison.Ordinal))
                await RunJob(cluster, kubectl!, jobs[words.Split(' ').Single(word => word.StartsWith("restore-", StringComparison.Ordinal))], backup);
            else if (words.EndsWith("scale statefulset etcd --replicas=3", StringComparison.Ordinal))
            {
                foreach (var member in cluster.Members)
                    cluster.Start(member, "new");
            }
            else if (words.Contains("rollout status", StringComparison.Ordinal))
                await cluster.WaitUntilHealthy();
        });
        var output = (await kubectl.RunBook("etcd-restore.md", ("snapshot=etcd-20261121T061700Z.db", $"snapshot={snapshot}"))).Succeeded();

        Assert.Equal(3, jobs.Count);
        Assert.Contains("/clawdbot/mode", output, StringComparison.Ordinal);
        using var api = cluster.Api("operator");
        await api.Login("operator");
        Assert.Equal("production", (await api.All("/clawdbot/"))["/clawdbot/mode"]);
        Assert.All(cluster.Members, member => Assert.Single(Directory.GetDirectories(Path.GetDirectoryName(member.DataFolder)!, "data.before-restore-*")));
        // The users came back too, and the Job of the next deployment has nothing to complain about.
        (await cluster.MakeUsers()).Succeeded();
    }

    [Fact]
    public async Task A_damaged_snapshot_is_not_kept_and_old_ones_go()
    {
        await using var cluster = await RealCluster.Start();
        var backup = Directory.CreateDirectory(Path.Combine(cluster.Folder, "backup")).FullName;
        foreach (var name in new[] { "etcd-20260101T000000Z.db", "etcd-20260102T000000Z.db", "etcd-20260103T000000Z.db", ".etcd-20260104T000000Z.db", "notes.txt" })
            await File.WriteAllTextAsync(Path.Combine(backup, name), "old");
        await Backup(cluster, backup, keep: 2);
        var kept = Directory.GetFiles(backup).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(3, kept.Length);
        Assert.Equal("etcd-20260103T000000Z.db", kept[0]);
        Assert.Equal("notes.txt", kept[2]);

        var snapshot = Work(cluster, EtcdBackupCommands.Snapshot);
        var content = await File.ReadAllBytesAsync(snapshot);
        content[content.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(snapshot, content);
        Directory.Delete(Work(cluster, $"{EtcdBackupCommands.WorkFolder}/rehearsal"), recursive: true);
        var verify = await Step(cluster, EtcdBackupCommands.Verify);
        Assert.NotEqual(0, verify.ExitCode);
        Assert.Contains("expected sha256", verify.Errors + verify.Output, StringComparison.Ordinal);
    }

    private static async Task Put(RealCluster cluster, string mode)
    {
        using var api = cluster.Api("operator");
        await api.Login("operator");
        Assert.Equal(HttpStatusCode.OK, (await api.Put("/clawdbot/mode", mode)).Status);
    }

    /// <summary>The three containers, one after the other.</summary>
    private static async Task Backup(RealCluster cluster, string folder, int keep)
    {
        Directory.CreateDirectory(Work(cluster, EtcdBackupCommands.WorkFolder));
        File.Delete(Work(cluster, EtcdBackupCommands.Snapshot));
        (await Step(cluster, EtcdBackupCommands.Save)).Succeeded();
        (await Step(cluster, EtcdBackupCommands.Verify)).Succeeded();
        var output = (await FinishedProgram.Run("/bin/sh", ["-c", EtcdScripts.Keep], new Dictionary<string, string>
        {
            ["SNAPSHOT"] = Work(cluster, EtcdBackupCommands.Snapshot),
            ["FOLDER"] = folder,
            ["KEEP"] = $"{keep}",
        })).Succeeded();
        Assert.StartsWith($"Kept {folder}/etcd-", output, StringComparison.Ordinal);
    }

    private static Task<FinishedProgram> Step(RealCluster cluster, IEnumerable<string> rendered)
    {
        var command = DebianRelease.Command(rendered.Select(part => Work(cluster, part)
            .Replace(EtcdBackupCommands.CertificateFolder, cluster.Certificate(EtcdNames.RootCertificate), StringComparison.Ordinal)
            .Replace(EtcdNames.ClientUrl, cluster.Members[2].ClientUrl, StringComparison.Ordinal)));
        return FinishedProgram.Run(command[0], command[1..], new Dictionary<string, string> { ["ETCDCTL_API"] = "3" });
    }

    private static string Work(RealCluster cluster, string text) =>
        text.StartsWith(EtcdBackupCommands.WorkFolder, StringComparison.Ordinal) ? $"{cluster.Folder}/scratch{text}" : text.Replace($"={EtcdBackupCommands.WorkFolder}/", $"={cluster.Folder}/scratch{EtcdBackupCommands.WorkFolder}/", StringComparison.Ordinal);

    /// <summary>Runs both containers of a restore Job with the paths of this machine.</summary>
    private static async Task RunJob(RealCluster cluster, FakeKubectl kubectl, string manifest, string backup)
    {
        var member = cluster.Members.Single(candidate => manifest.Contains($"name: restore-{candidate.Name}\n", StringComparison.Ordinal));
        string Here(string text) => kubectl.OnLoopback(text.Replace("/var/lib/etcd", Path.GetDirectoryName(member.DataFolder)!, StringComparison.Ordinal).Replace("/backup", backup, StringComparison.Ordinal));
        (await FinishedProgram.Run("/bin/sh", ["-c", Here(KeepOldData().Match(manifest).Groups["script"].Value)])).Succeeded();
        var command = DebianRelease.Command(CommandPart().Matches(manifest).Select(match => Here(match.Groups["part"].Value)));
        Assert.Equal(["snapshot", "restore"], command[1..3]);
        (await FinishedProgram.Run(command[0], command[1..], new Dictionary<string, string> { ["ETCDCTL_API"] = "3" })).Succeeded();
    }

    [GeneratedRegex(@"^  name: (?<name>restore-etcd-[0-9])$", RegexOptions.Multiline)]
    private static partial Regex JobName();

    [GeneratedRegex("""command: \[/bin/sh, -c, "(?<script>.*)"\]""")]
    private static partial Regex KeepOldData();

    [GeneratedRegex(@"^            - (?<part>(/|--|snapshot|restore)\S*)$", RegexOptions.Multiline)]
    private static partial Regex CommandPart();
}
