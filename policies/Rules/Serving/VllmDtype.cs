using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Values of <c>--dtype</c>, and whether the card has the format.</summary>
internal sealed class VllmDtype() : VllmRule(new PolicyMetadata("vllm-dtype")
{
    Title = "The number format is one that vLLM knows and the card has",
    Description = "vLLM refuses to start with bfloat16 on cards older than Ampere (compute capability 8.0), such as T4 and V100.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("A4")],
    Remedy = "Use --dtype=auto, or half where the card has no bfloat16.",
    Url = "https://docs.vllm.ai/en/latest/cli/serve/#-dtype",
})
{
    private static readonly string[] Formats = ["auto", "half", "float16", "bfloat16", "float", "float32"];

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Arguments.Find("--dtype") is not { Value: { } value } argument)
        {
            return;
        }

        if (!Formats.Contains(value, StringComparer.Ordinal))
        {
            report.Violation(server.Resource, server.Where(argument), argument.Shown, string.Join(", ", Formats));
        }
        else if (value == "bfloat16" && server.Workload is { } workload && ServerNodes.Cards(workload).FirstOrDefault(card => !card.HasBfloat16) is { } card)
        {
            report.Violation(server.Resource, server.Where(argument), argument.Shown, $"auto or half, because the card {card.Sku} has no bfloat16");
        }
    }
}
