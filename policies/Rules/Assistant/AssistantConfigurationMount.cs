using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>The configuration is a regular file in a folder that can be written to, copied there before the start.</summary>
internal sealed class AssistantConfigurationMount() : AssistantServerRule(new PolicyMetadata("assistant-configuration-mount")
{
    Title = "The assistant's configuration is a regular file that it can replace",
    Description = "The assistant writes its configuration by putting a new file in the old one's place. A mounted key of a ConfigMap is a link, or read-only, and the write fails.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("B2")],
    Remedy = "Mount the ConfigMap elsewhere, and let an init container copy the file into the state.",
    Url = "https://docs.openclaw.ai/gateway/configuration",
})
{
    private static readonly string[] PathVariables = [.. AssistantNames.Variables("CONFIG_PATH")];

    /// <inheritdoc/>
    protected override void Check(AssistantServer server, RuleReport report)
    {
        if (server.Container is not { } container)
        {
            CheckDocker(server, report);
            return;
        }

        var objects = container.Workload.Pod["volumes"].Items
            .Where(volume => volume["configMap"].Exists || volume["secret"].Exists || volume["projected"].Exists)
            .Select(volume => volume["name"].Text)
            .ToHashSet(StringComparer.Ordinal);
        var configured = server.Variable(PathVariables)?["value"].Text;
        foreach (var mount in container.Root["volumeMounts"].Items.Where(mount => objects.Contains(mount["name"].Text)))
        {
            var path = mount["mountPath"].Text?.TrimEnd('/') ?? "";
            var isFile = AssistantNames.IsConfigurationFile(path[(path.LastIndexOf('/') + 1)..]);
            var isState = AssistantNames.StateFolders.Any(folder => path.EndsWith("/" + folder, StringComparison.Ordinal));
            var isConfigured = configured is not null && (configured == path || configured.StartsWith(path + "/", StringComparison.Ordinal));
            if (isFile || isState || isConfigured)
            {
                report.Violation(container, mount["mountPath"], "a folder from which the file is copied");
            }
        }
    }

    // Uploads are regular files; a file of the machine that is mounted is none that can be replaced.
    private static void CheckDocker(AssistantServer server, RuleReport report)
    {
        var targets = server.Root["mounts"].Items.Select(mount => mount["target"]).Concat(server.Root["volumes"].Items.Select(volume => volume["containerPath"]));
        foreach (var target in targets.Where(target => target.Text is { } path && AssistantNames.IsConfigurationFile(path[(path.LastIndexOf('/') + 1)..])))
        {
            report.Violation(target, "an upload, or the folder that the file is in");
        }
    }
}
