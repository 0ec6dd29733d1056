using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>The state outlives the pod.</summary>
internal sealed class AssistantStateVolume() : AssistantServerRule(new PolicyMetadata("assistant-state-volume")
{
    Title = "The assistant's state is on a persistent volume",
    Description = "Conversations, approved people and logins of chat accounts are files. Without a volume each new pod forgets them, and everybody has to be paired again.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C6")],
    Remedy = "Mount a PersistentVolumeClaim at the state folder, /home/node/.openclaw by default.",
    Url = "https://docs.openclaw.ai/install/docker",
})
{
    private static readonly string[] Persistent =
    [
        "persistentVolumeClaim", "hostPath", "nfs", "csi", "iscsi", "fc", "cephfs", "rbd", "awsElasticBlockStore", "gcePersistentDisk", "azureDisk", "azureFile",
    ];

    /// <inheritdoc/>
    protected override void Check(AssistantServer server, RuleReport report)
    {
        if (server.Container is not { } container)
        {
            CheckDocker(server, report);
            return;
        }

        if (!container.Workload.IsService)
        {
            return;
        }

        var state = StateFolder(server);
        var mounts = container.Root["volumeMounts"].Items.Where(mount => mount["mountPath"].Text is { } path && Holds(path, state)).ToList();
        var persistent = PersistentVolumes(container.Workload);
        if (mounts.Exists(mount => persistent.Contains(mount["name"].Text ?? "")))
        {
            return;
        }

        if (mounts.MaxBy(mount => mount["mountPath"].Text!.Length) is { } nearest)
        {
            report.Violation(container, nearest["name"], "a volume with a PersistentVolumeClaim", nearest["mountPath"].IsSecret ? null : $"It is mounted at {ShownValue.OneLine(nearest["mountPath"].Text!)}.");
        }
        else
        {
            report.Violation(container.Root.Resource, $"The volume at {ShownValue.OneLine(state)} of {container}", "not there", "a persistent volume");
        }
    }

    private static void CheckDocker(AssistantServer server, RuleReport report)
    {
        var targets = server.Root["mounts"].Items.Where(mount => mount["type"].Text != "tmpfs").Select(mount => mount["target"])
            .Concat(server.Root["volumes"].Items.Select(volume => volume["containerPath"]));
        if (!targets.Any(target => target.Text is { } path && HasFolder(path)))
        {
            report.Violation(server.Root["volumes"], "a volume at the state folder");
        }
    }

    // A folder that is set, or one in the home directory, which is that of the image's user unless it is set.
    private static string StateFolder(AssistantServer server) =>
        Named(server, "STATE_DIR") ?? (Named(server, "HOME") ?? server.Variable(["HOME"])?["value"].Public.Text ?? "/home/node").TrimEnd('/') + "/" + AssistantNames.StateFolders[0];

    private static string? Named(AssistantServer server, string ending) => server.Variable(AssistantNames.Variables(ending))?["value"].Public.Text;

    // The former names' folders count as well, wherever their home is.
    private static bool Holds(string mountPath, string state)
    {
        var path = mountPath.TrimEnd('/');
        return state.TrimEnd('/') == path || state.StartsWith(path + "/", StringComparison.Ordinal) || HasFolder(path);
    }

    private static bool HasFolder(string path) => AssistantNames.StateFolders.Any(folder => path.TrimEnd('/').EndsWith("/" + folder, StringComparison.Ordinal));

    private static HashSet<string> PersistentVolumes(Workload workload)
    {
        var names = workload.Pod["volumes"].Items
            .Where(volume => Persistent.Any(kind => volume[kind].Exists))
            .Select(volume => volume["name"].Text)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (workload.Owner.Kind == "StatefulSet")
        {
            names.UnionWith(workload.Owner.Spec["volumeClaimTemplates"].Items.Select(claim => claim["metadata"]["name"].Text).OfType<string>());
        }

        return names;
    }
}
