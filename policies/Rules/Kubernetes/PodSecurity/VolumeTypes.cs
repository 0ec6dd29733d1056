using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, restricted: kinds of volumes.</summary>
internal sealed class VolumeTypes() : WorkloadRule(new PolicyMetadata("pod-volume-types")
{
    Title = "Pods use only kinds of volumes that are made for everybody",
    Description = "Storage of the network or of the node, written into a pod, brings its own address and credentials past the administrator; a persistentVolumeClaim does not.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.PodSecurity("restricted: Volume Types")],
    Remedy = "Describe the storage as a PersistentVolume, and use a persistentVolumeClaim.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
})
{
    // The admission controller allows image since Kubernetes 1.33, whatever version of the standard is enforced: https://github.com/kubernetes/kubernetes/pull/130394
    private static readonly string[] Types = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"];

    private static readonly string Allowed = string.Join(", ", Types);

    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report) => report.Each(workload.Owner.Resource, workload.Pod["volumes"].Items, volume =>
    {
        var sources = volume.Entries.Where(entry => entry.Key != "name").ToList();
        if (sources.Exists(source => Types.Contains(source.Key, StringComparer.Ordinal) && source.Value.Exists))
        {
            return;
        }

        // A volume that names no source is an emptyDir.
        foreach (var (_, source) in sources)
        {
            if (source.Exists)
            {
                report.Violation(source, Allowed);
            }
        }
    });
}
