using System.Globalization;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Serving;

/// <summary>Rules for <see cref="ModelPoolSpec"/>.</summary>
public static class ModelPoolRules
{
    /// <summary>All mistakes in <paramref name="spec"/>, those of its model, image and vLLM options included.</summary>
    /// <param name="spec">The pool.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ModelPoolSpec spec, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (!KubernetesNames.IsDnsLabel(spec.Name, ModelPoolDefaults.MaximumNameLength))
            findings.Add(DiagnosticIds.InvalidName, "name", $"'{spec.Name}'", $"{KubernetesNames.DnsLabelRule}, at most {ModelPoolDefaults.MaximumNameLength} characters");
        findings.AddRange(ModelReferenceRules.Check(spec.Model, subject, remedy));
        findings.OneOf(DiagnosticIds.UnknownGpuSku, "sku", spec.Sku, GpuCatalog.Names);
        findings.InRange("nodes.count", spec.Nodes.Count, ModelPoolDefaults.NodeCount);
        findings.InRange("nodes.gpusPerNode", spec.Nodes.GpusPerNode, ModelPoolDefaults.GpusPerNode);
        findings.InRange("nodes.gpusUsedByOthers", spec.Nodes.GpusUsedByOthers, new IntegerRange(0, int.MaxValue));
        findings.InRange("replicas", spec.Replicas, ModelPoolDefaults.Replicas);
        findings.InRange("cpu", spec.Cpu, ModelPoolDefaults.Cpu);
        findings.InRange("memoryGiB", spec.MemoryGiB, ModelPoolDefaults.MemoryGiB);
        findings.InRange("startupSeconds", spec.StartupSeconds, ModelPoolDefaults.StartupSeconds);
        findings.InRange("drainSeconds", spec.DrainSeconds, ModelPoolDefaults.DrainSeconds);
        findings.AddRange(ImageReferenceRules.Check(spec.Image, "image", subject, remedy));
        findings.AddRange(VllmRules.Check(spec.Vllm, GpuCatalog.Find(spec.Sku), $"{subject}.vllm", remedy));
        CheckFit(spec, findings);
        return findings.Diagnostics;
    }

    private static void CheckFit(ModelPoolSpec spec, Findings findings)
    {
        // Nonsense sizes have been reported above; arithmetic on them would only add noise.
        if (spec.GpusPerReplica < 1 || !ModelPoolDefaults.Replicas.Contains(spec.Replicas)
            || !ModelPoolDefaults.NodeCount.Contains(spec.Nodes.Count) || !ModelPoolDefaults.GpusPerNode.Contains(spec.Nodes.GpusPerNode))
            return;
        if (spec.GpusPerReplica > spec.Nodes.GpusPerNode)
        {
            findings.Add(DiagnosticIds.DoesNotFitNodes, "vllm.tensorParallelSize", Text(spec.GpusPerReplica),
                $"at most {Text(spec.Nodes.GpusPerNode)}, the GPUs of one {spec.Sku} node");
            return;
        }
        var slots = spec.Nodes.Slots(spec.GpusPerReplica);
        if (spec.Replicas > slots)
        {
            findings.Add(DiagnosticIds.DoesNotFitNodes, "replicas", Text(spec.Replicas),
                $"at most {Text(slots)}: {Text(spec.Nodes.Count)} {spec.Sku} nodes of {Text(spec.Nodes.GpusPerNode)} GPUs, {Text(spec.GpusPerReplica)} per replica, {Text(spec.Nodes.GpusUsedByOthers)} used by other pools");
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
