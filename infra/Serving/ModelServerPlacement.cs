using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Clawdbot.Infra.Serving;

/// <summary>Keeps the pods of a pool apart, as strictly as the rollout allows.</summary>
internal static class ModelServerPlacement
{
    private const int StrongestPreference = 100;

    internal static PodAntiAffinityArgs AntiAffinity(RolloutPlan plan, Dictionary<string, string> selector)
    {
        var term = new PodAffinityTermArgs { LabelSelector = new LabelSelectorArgs { MatchLabels = selector }, TopologyKey = Labels.Hostname };
        return plan.SeparateHosts
            ? new PodAntiAffinityArgs { RequiredDuringSchedulingIgnoredDuringExecution = { term } }
            : new PodAntiAffinityArgs
            {
                PreferredDuringSchedulingIgnoredDuringExecution = { new WeightedPodAffinityTermArgs { Weight = StrongestPreference, PodAffinityTerm = term } },
            };
    }

    internal static InputList<TopologySpreadConstraintArgs> Spread(RolloutPlan plan, Dictionary<string, string> selector) => new()
    {
        Constraint(Labels.Hostname, plan.SpreadStrictly ? "DoNotSchedule" : "ScheduleAnyway", selector),
        // A cluster may have one zone, and GPUs may exist in one zone only.
        Constraint(Labels.Zone, "ScheduleAnyway", selector),
    };

    private static TopologySpreadConstraintArgs Constraint(string key, string whenUnsatisfiable, Dictionary<string, string> selector) => new()
    {
        LabelSelector = new LabelSelectorArgs { MatchLabels = selector },
        // Counts each revision for itself, so that old pods do not push the new ones together during a rollout.
        MatchLabelKeys = { "pod-template-hash" },
        MaxSkew = 1,
        // Without this, cordoned nodes would count as empty and attract pods that cannot go there.
        NodeTaintsPolicy = "Honor",
        TopologyKey = key,
        WhenUnsatisfiable = whenUnsatisfiable,
    };
}
