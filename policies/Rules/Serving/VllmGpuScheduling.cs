using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Where the pods of a server may run.</summary>
internal sealed class VllmGpuScheduling() : VllmRule(new PolicyMetadata("vllm-gpu-scheduling")
{
    Title = "Servers are scheduled onto the card that they were planned for",
    Description = "GPU nodes are tainted, and carry different cards: without a toleration a pod stays pending, without a selector it starts on a card that its model does not fit.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("C3")],
    Remedy = "Tolerate the taint nvidia.com/gpu, and select nodes by the label of their card.",
    Url = "https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/",
})
{
    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Workload is not { } workload || ServerNodes.Gpus(server.Root) is not { } gpus || gpus.Number is not > 0)
        {
            return;
        }

        report.Part(server.Resource, () =>
        {
            var tolerations = workload.Pod["tolerations"];
            if (!tolerations.Items.Any(Tolerates))
            {
                report.Violation(server.Resource, tolerations.Path, tolerations.Shown, $"a toleration of the taint {ServerNodes.GpuResource}");
            }
        });
        report.Part(server.Resource, () =>
        {
            if (!ServerNodes.CardChoices(workload).Any())
            {
                report.Violation(server.Resource, workload.Pod["nodeSelector"].Path, workload.Pod["nodeSelector"].Shown, $"a label that names the card, such as {ServerNodes.SkuLabel} or nvidia.com/gpu.product");
            }
        });
    }

    // A toleration without a key tolerates every taint.
    private static bool Tolerates(Property toleration) =>
        toleration["key"].Text is var key && (key == ServerNodes.GpuResource || (string.IsNullOrEmpty(key) && toleration["operator"].Text == "Exists"));
}
