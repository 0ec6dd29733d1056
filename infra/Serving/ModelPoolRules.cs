using System.Globalization;
using Clawdbot.Infra.Capacity.Planning;
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
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        findings.AddRange(CheckIdentity(spec.Name, spec.Model, spec.Image, subject, remedy));
        findings.InRange("nodes.count", spec.Nodes.Count, ModelPoolDefaults.NodeCount);
        findings.InRange("nodes.gpusPerNode", spec.Nodes.GpusPerNode, ModelPoolDefaults.GpusPerNode);
        findings.InRange("nodes.gpusUsedByOthers", spec.Nodes.GpusUsedByOthers, new IntegerRange(0, int.MaxValue));
        findings.InRange("replicas", spec.Replicas, ModelPoolDefaults.Replicas);
        if (spec.MaxReplicas is { } largest)
            findings.InRange("maxReplicas", largest, ModelPoolDefaults.Replicas);
        findings.InRange("cpu", spec.Cpu, ModelPoolDefaults.Cpu);
        findings.InRange("memoryGiB", spec.MemoryGiB, ModelPoolDefaults.MemoryGiB);
        findings.InRange("startupSeconds", spec.StartupSeconds, ModelPoolDefaults.StartupSeconds);
        findings.InRange("drainSeconds", spec.DrainSeconds, ModelPoolDefaults.DrainSeconds);
        findings.AddRange(VllmRules.Check(spec.Vllm, spec.Plan.Request.Gpu, $"{subject}.vllm", remedy, spec.Plan.Request.Version));
        findings.AddRange(CheckFit(spec, subject, remedy));
        return findings.Diagnostics;
    }

    /// <summary>What does not depend on the plan: name, model and image.</summary>
    /// <param name="name">Name of the pool.</param>
    /// <param name="model">What is served.</param>
    /// <param name="image">Image of vLLM.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> CheckIdentity(string name, ModelReference model, string image, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (!KubernetesNames.IsDnsLabel(name, ModelPoolDefaults.MaximumNameLength))
            findings.Add(DiagnosticIds.InvalidName, "name", $"'{name}'", $"{KubernetesNames.DnsLabelRule}, at most {ModelPoolDefaults.MaximumNameLength} characters");
        findings.AddRange(ModelReferenceRules.Check(model, subject, remedy));
        findings.AddRange(ImageReferenceRules.Check(image, "image", subject, remedy));
        return findings.Diagnostics;
    }

    /// <summary>Whether a server fits its GPUs, and all servers their nodes.</summary>
    /// <param name="spec">The pool.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> CheckFit(ModelPoolSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (!spec.Plan.Fits)
            return [Refusal(spec.Plan, subject, remedy)];
        var findings = new Findings(subject, remedy);
        // Nonsense sizes are reported as such; arithmetic on them would only add noise.
        if (spec.GpusPerReplica < 1 || !ModelPoolDefaults.Replicas.Contains(spec.Replicas) || !ModelPoolDefaults.Replicas.Contains(spec.LargestReplicas)
            || !ModelPoolDefaults.NodeCount.Contains(spec.Nodes.Count) || !ModelPoolDefaults.GpusPerNode.Contains(spec.Nodes.GpusPerNode))
            return [];
        if (spec.GpusPerReplica > spec.Nodes.GpusPerNode)
        {
            findings.Add(DiagnosticIds.DoesNotFitNodes, "vllm.tensorParallelSize", Text(spec.GpusPerReplica),
                $"at most {Text(spec.Nodes.GpusPerNode)}, the GPUs of one {spec.Sku} node");
        }
        else if (spec.Nodes.Slots(spec.GpusPerReplica) is var slots && spec.LargestReplicas > slots)
        {
            findings.Add(DiagnosticIds.DoesNotFitNodes, spec.MaxReplicas is null ? "replicas" : "maxReplicas", Text(spec.LargestReplicas),
                $"at most {Text(slots)}: {Text(spec.Nodes.Count)} {spec.Sku} nodes of {Text(spec.Nodes.GpusPerNode)} GPUs, {Text(spec.GpusPerReplica)} per replica, {Text(spec.Nodes.GpusUsedByOthers)} used by other pools");
        }
        else if (spec.MaxReplicas < spec.Replicas)
        {
            findings.Add(DiagnosticIds.ContradictorySettings, "maxReplicas", Text(spec.MaxReplicas.Value), $"at least {Text(spec.Replicas)}, the servers that replicas or the goal asks for");
        }
        return findings.Diagnostics;
    }

    private static Diagnostic Refusal(CapacityPlan plan, string subject, string remedy) => new(
        DiagnosticIds.DoesNotFitGpu, subject, $"too large for {Text(plan.GpusPerReplica)} x {plan.Request.Gpu.Name}: {plan.Refusal.TrimEnd('.')}",
        plan.Proposals.IsEmpty
            ? "a model that fits; no single change that was tried does"
            : string.Join("; ", plan.Proposals.Select((proposal, index) => $"({Text(index + 1)}) {proposal}")),
        remedy);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
