using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Serving;

/// <summary>What a workload says about the nodes that its pods need.</summary>
internal static class ServerNodes
{
    /// <summary>The extended resource that a pod asks for a GPU with.</summary>
    public const string GpuResource = "nvidia.com/gpu";

    /// <summary>The label of this project.</summary>
    public const string SkuLabel = "clawdbot.dev/gpu-sku";

    // Labels whose value says which card a node has.
    private static readonly string[] CardLabels =
    [
        SkuLabel, "nvidia.com/gpu.product", "nvidia.com/gpu.machine", "nvidia.com/gpu.family", "cloud.google.com/gke-accelerator", "k8s.amazonaws.com/accelerator",
        "karpenter.k8s.aws/instance-gpu-name", "karpenter.k8s.aws/instance-family", "node.kubernetes.io/instance-type", "accelerator", "gpu.nvidia.com/class", "gpu.nvidia.com/model",
    ];

    /// <summary>The label values, one set for each selector or term, that name the card of the node; none when nothing does.</summary>
    /// <exception cref="UnknownValueException">A selector is not known yet.</exception>
    public static IEnumerable<Property> CardChoices(Workload workload)
    {
        foreach (var label in CardLabels)
        {
            if (workload.Pod["nodeSelector"][label] is { Exists: true } selected)
            {
                yield return selected;
            }
        }

        var terms = workload.Pod["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"].Items;
        foreach (var expression in terms.SelectMany(term => term["matchExpressions"].Items))
        {
            if (expression["operator"].Text == "In" && CardLabels.Contains(expression["key"].Text, StringComparer.Ordinal))
            {
                foreach (var value in expression["values"].Items)
                {
                    yield return value;
                }
            }
        }
    }

    /// <summary>The cards that pods may run on, as far as selectors and the labels of the pods tell.</summary>
    /// <exception cref="UnknownValueException">A selector is not known yet.</exception>
    public static IReadOnlyList<GpuCard> Cards(Workload workload)
    {
        var selected = CardChoices(workload).Select(choice => GpuCards.Find(choice.Scalar ?? "")).OfType<GpuCard>().Distinct().ToList();
        return selected.Count == 0 && workload.PodLabel(SkuLabel) is { } label && GpuCards.Find(label) is { } card ? [card] : selected;
    }

    /// <summary>GPUs that a container asks for; null when it asks for none by count.</summary>
    /// <exception cref="UnknownValueException">The number is not known yet.</exception>
    public static Property? Gpus(Property container)
    {
        var limit = container["resources"]["limits"][GpuResource];
        if (limit.Exists)
        {
            return limit;
        }

        var request = container["resources"]["requests"][GpuResource];
        return request.Exists ? request : null;
    }
}
