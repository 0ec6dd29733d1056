using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 10: shared storage at its place, read by servers and written by the loader.</summary>
internal sealed class ModelsMounted() : ProductionRule(new PolicyMetadata("production-10-model-storage")
{
    Title = "Models are on shared storage at /mnt/ceph/models, read-only for servers",
    Description = "Servers on any host load the same files at once, so the claim is ReadWriteMany; only the loader may write, which checks what it publishes.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9.10")],
    Remedy = "Mount a ReadWriteMany claim there: readOnly in servers, writable in the loader.",
    Url = "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes",
})
{
    private static readonly string[] SharedModes = ["ReadWriteMany", "ReadOnlyMany"];

    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        foreach (var pool in system.ModelServers)
        {
            report.Part(pool.Owner.Resource, () => CheckServer(system, pool.Workload, report));
        }

        foreach (var loader in system.Loaders)
        {
            report.Part(loader.Owner.Resource, () => CheckLoader(loader, report));
        }

        // Storage that the stack makes is empty until something fills it.
        report.Part(null, () =>
        {
            var claim = system.ModelServers.Select(pool => ClaimOf(system, pool.Workload)).FirstOrDefault(found => found is not null);
            if (claim is not null && system.Loaders.Count == 0)
            {
                Missing(report, "The loader (a Job with the component model-loader)", "one that fills the claim of the models");
            }
        });
    }

    private static void CheckServer(ProductionSystem system, Workload workload, RuleReport report)
    {
        if (Mount(workload) is not var (container, mount))
        {
            report.Violation(workload.Owner.Resource, $"The mount at {ProductionDefaults.ModelPath}", "missing", "the shared storage of the models");
            return;
        }

        if (mount["readOnly"].Flag != true)
        {
            report.Violation(container, mount["readOnly"], "true in a server");
        }

        var volume = Volume(workload, mount);
        if (volume is null || volume["persistentVolumeClaim"].IsMissing)
        {
            report.Violation(workload.Owner.Resource, volume?.Path ?? mount["name"].Path, volume is null ? mount["name"].Shown : "no claim", "a claim that other hosts mount as well");
        }
        else if (ClaimOf(system, workload) is not { } claim)
        {
            report.Undecided(workload.Owner.Resource, "the claim of the models is not in the stack");
        }
        else if (!claim.Spec["accessModes"].Items.Any(mode => SharedModes.Contains(mode.Text, StringComparer.Ordinal)))
        {
            report.Violation(claim.Spec["accessModes"], "ReadWriteMany");
        }
    }

    private static void CheckLoader(Workload loader, RuleReport report)
    {
        if (Mount(loader) is not var (container, mount))
        {
            report.Violation(loader.Owner.Resource, $"The mount at {ProductionDefaults.ModelPath}", "missing", "the shared storage of the models");
        }
        else if (mount["readOnly"].Flag == true)
        {
            report.Violation(container, mount["readOnly"], "false in the loader");
        }
        else if (Volume(loader, mount) is { } volume && volume["persistentVolumeClaim"]["readOnly"] is { Flag: true } readOnly)
        {
            report.Violation(readOnly, "false in the loader");
        }
    }

    private static (Container Container, Property Mount)? Mount(Workload workload)
    {
        foreach (var container in workload.Containers.Where(container => container.IsLongRunning))
        {
            if (container.Root["volumeMounts"].Items.FirstOrDefault(item => item["mountPath"].Text?.TrimEnd('/') == ProductionDefaults.ModelPath) is { } mount)
            {
                return (container, mount);
            }
        }

        return null;
    }

    private static Property? Volume(Workload workload, Property mount) => workload.Pod["volumes"].Items.FirstOrDefault(item => item["name"].Text == mount["name"].Text);

    private static KubernetesObject? ClaimOf(ProductionSystem system, Workload workload) =>
        Mount(workload) is var (_, mount) && Volume(workload, mount)?["persistentVolumeClaim"]["claimName"].Text is { } name
            ? system.OfKind("PersistentVolumeClaim").FirstOrDefault(claim => claim.Name == name && ProductionSystem.AreTogether(claim, workload.Owner))
            : null;
}
