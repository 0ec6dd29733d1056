using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Nodes;

/// <summary>Rules for the nodes of <see cref="KarpenterGpuPool"/>.</summary>
public static class KarpenterGpuPoolRules
{
    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">The nodes.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(GpuNodePoolSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        findings.AddRange(GpuNodePoolRules.CheckNodes(spec, subject, remedy));
        if (spec.Autoscaler is not NodeAutoscaler.Karpenter)
            findings.Add(NodesDiagnosticIds.WrongAutoscaler, "autoscaler", spec.Autoscaler is NodeAutoscaler.None ? "'none'" : "'clusterAutoscaler'", "'karpenter'", "Nothing else understands these objects.");
        return findings.Diagnostics;
    }
}
