using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>The volume that the model is on.</summary>
internal sealed class VllmModelMount() : VllmRule(new PolicyMetadata("vllm-model-mount")
{
    Title = "Servers cannot change their model",
    Description = "Weights on shared storage are read by every server of the pool: one that is taken over, or mistaken, must not be able to change them for all.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9.10")],
    Remedy = "Mount the volume with readOnly: true, and let the loader alone write to it.",
    Url = "https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts",
})
{
    // Volumes that live and die with the pod are nobody else's.
    private static readonly string[] OwnVolumes = ["emptyDir", "ephemeral", "configMap", "secret", "projected", "downwardAPI", "image"];

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Model is not { } model || !model.StartsWith('/'))
        {
            return;
        }

        var (list, target) = server.Container is null ? ("mounts", "target") : ("volumeMounts", "mountPath");
        var mount = server.Root[list].Items
            .Where(item => item[target].Text is { } path && IsBelow(model, path))
            .MaxBy(item => item[target].Text!.Length);
        if (mount is null || mount["readOnly"].Flag == true || (server.Workload is { } workload && !IsSharedAndWritable(workload.Pod["volumes"], mount)))
        {
            return;
        }

        report.Violation(server.Resource, server.Where(mount["readOnly"]), mount["readOnly"].Shown, $"true, because the model is there: {mount[target].Shown}");
    }

    private static bool IsSharedAndWritable(Property volumes, Property mount)
    {
        var volume = volumes.Items.FirstOrDefault(item => item["name"].Text == mount["name"].Text);
        return volume is null || (!Array.Exists(OwnVolumes, kind => volume[kind].Exists)
            && volume["persistentVolumeClaim"]["readOnly"].Flag != true && volume["nfs"]["readOnly"].Flag != true && volume["csi"]["readOnly"].Flag != true);
    }

    private static bool IsBelow(string path, string directory)
    {
        var prefix = directory.TrimEnd('/');
        return path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal);
    }
}
