using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 11: the repair script in the gateway's pods.</summary>
internal sealed class RepairScript() : ProductionRule(new PolicyMetadata("production-11-repair-script")
{
    Title = "The repair script is mounted executable, and is the liveness probe",
    Description = "The script tells a person and the kubelet the same thing about a part of the gateway; a file without the execute bit fails each probe, and the pod restarts forever.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9.11")],
    Remedy = "Mount a ConfigMap with healthcheck.sh at /opt/clawdbot with defaultMode 0555, and run it in the liveness probe.",
    Url = "https://kubernetes.io/docs/concepts/configuration/configmap/",
})
{
    private const string Path = ProductionDefaults.ScriptDirectory + "/" + ProductionDefaults.Script;

    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        foreach (var workload in system.AccessTiers.Concat(system.Routers))
        {
            report.Part(workload.Owner.Resource, () => Check(system, workload, report));
        }
    }

    private static void Check(ProductionSystem system, Workload workload, RuleReport report)
    {
        foreach (var container in workload.Containers.Where(container => container.Role == ContainerRole.Main))
        {
            if (Mount(container) is { } mount)
            {
                CheckVolume(system, workload, mount, report);
                CheckProbe(container, report);
                return;
            }
        }

        report.Violation(workload.Owner.Resource, $"The mount at {ProductionDefaults.ScriptDirectory}", "missing", $"a ConfigMap with {ProductionDefaults.Script}");
    }

    private static Property? Mount(Container container) => container.Root["volumeMounts"].Items.FirstOrDefault(item =>
        item["mountPath"].Text?.TrimEnd('/') is { } path && (path == ProductionDefaults.ScriptDirectory || path == Path));

    private static void CheckVolume(ProductionSystem system, Workload workload, Property mount, RuleReport report)
    {
        var map = workload.Pod["volumes"].Items.FirstOrDefault(item => item["name"].Text == mount["name"].Text)?["configMap"];
        if (map is null || map.IsMissing)
        {
            report.Violation(workload.Owner.Resource, $"The volume {mount["name"].Shown} at {mount["mountPath"].Shown}", "no ConfigMap", $"a ConfigMap with {ProductionDefaults.Script}");
            return;
        }

        var item = map["items"].Items.FirstOrDefault(entry => entry["key"].Text == ProductionDefaults.Script);
        var mode = item is not null && item["mode"].Exists ? item["mode"] : map["defaultMode"];
        if (((int)Math.Clamp(mode.Number ?? 0, 0, 4095) & ProductionDefaults.ScriptMode) != ProductionDefaults.ScriptMode)
        {
            report.Violation(mode, "0555 (365)");
        }

        var source = system.OfKind("ConfigMap").FirstOrDefault(candidate => candidate.Name == map["name"].Text && ProductionSystem.AreTogether(candidate, workload.Owner));
        if (source is null)
        {
            report.Violation(map["name"], $"a ConfigMap of the stack with {ProductionDefaults.Script}");
        }
        else if (source.Root["data"][ProductionDefaults.Script].IsMissing && source.Root["binaryData"][ProductionDefaults.Script].IsMissing)
        {
            report.Violation(source.Root["data"][ProductionDefaults.Script], "the repair script");
        }
    }

    private static void CheckProbe(Container container, RuleReport report)
    {
        var command = container.Root["livenessProbe"]["exec"]["command"];
        if (!command.Items.Any(word => word.Text == Path))
        {
            report.Violation(container, command, $"[{Path}, the address of the pod's health endpoint]");
        }
    }
}
