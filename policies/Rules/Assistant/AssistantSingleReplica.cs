using Clawdbot.Policies.Assistant;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Assistant;

/// <summary>One pod at a time: the assistant is the only writer of its state, and the only poller of its chat accounts.</summary>
internal sealed class AssistantSingleReplica() : AssistantServerRule(new PolicyMetadata("assistant-single-replica")
{
    Title = "One pod of the assistant runs at a time",
    Description = "A second pod locks the first one out of its database, or has a state of its own, and both poll the same chat accounts. Its queue is in the process and is not shared.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("B2")],
    Remedy = "Run one pod for each person or team, and let the old pod end before the new one starts.",
    Url = "https://docs.openclaw.ai/install/kubernetes",
})
{
    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var targets = stack.View(s => new AssistantView(s)).Servers
            .Where(server => server.Container is not null)
            .Select(server => server.Container!.Workload.Owner)
            .Select(owner => (owner.Kind, owner.Namespace, owner.Name))
            .ToHashSet();
        if (targets.Count == 0)
        {
            return;
        }

        foreach (var (kind, field) in new[] { ("HorizontalPodAutoscaler", "maxReplicas"), ("ScaledObject", "maxReplicaCount") })
        {
            report.Each(null, stack.OfKind(kind), scaler =>
            {
                // KEDA's target is a Deployment unless it says something else.
                var target = scaler.Spec["scaleTargetRef"];
                var most = scaler.Spec[field];
                if (targets.Contains((target["kind"].Text ?? "Deployment", scaler.Namespace, target["name"].Text ?? "")) && most.Number is null or > 1)
                {
                    report.Violation(most, "1");
                }
            });
        }
    }

    /// <inheritdoc/>
    protected override void Check(AssistantServer server, RuleReport report)
    {
        if (server.Container?.Workload.Owner is not { } owner)
        {
            return;
        }

        if (owner.Kind == "DaemonSet")
        {
            report.Violation(owner.Resource, $"The kind of {server.Container}", "DaemonSet", "Deployment or StatefulSet, with one replica");
        }

        if (!owner.Workload!.IsReplicated)
        {
            return;
        }

        report.Part(owner.Resource, () =>
        {
            if (owner.Workload.Replicas > 1)
            {
                report.Violation(owner.Spec["replicas"], "1");
            }
        });

        // The default replaces step by step, which means both at once.
        var strategy = owner.Spec["strategy"]["type"];
        if (owner.Kind == "Deployment" && strategy.Text != "Recreate")
        {
            report.Violation(strategy, "Recreate");
        }
    }
}
