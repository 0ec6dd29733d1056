using System.Globalization;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary><c>--gpu-memory-utilization</c>, and the flag that overrides it.</summary>
internal sealed class VllmGpuMemory() : VllmRule(new PolicyMetadata("vllm-gpu-memory")
{
    Title = "Servers leave some memory of the card free",
    Description = "Graphs, communication buffers and fragments need memory outside the budget of vLLM; a server that takes all of it runs out of memory under load.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("B1"), FrameworkReference.Clawdbot("C9.3")],
    Remedy = "Set --gpu-memory-utilization to a share that leaves room.",
    Url = "https://docs.vllm.ai/en/latest/configuration/conserving_memory/",
    Settings =
    [
        new RuleSetting(Cap, RuleSettingKind.Number, "Largest share of a card's memory.") { Default = VllmDefaults.UtilizationCap, Minimum = 0.1, Maximum = 1 },
    ],
})
{
    private const string Cap = "utilizationCap";

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        foreach (var bytes in server.Arguments.All.Where(argument => argument.Name is "--kv-cache-memory-bytes" or "--kv-cache-memory"))
        {
            report.Violation(
                server.Resource, server.Where(bytes), bytes.Shown, "a share of the memory", "With a fixed cache vLLM skips its check of the memory, and the share does not count.");
        }

        if (server.Arguments.Find("--gpu-memory-utilization") is not { Value: { } value } argument)
        {
            return;
        }

        var cap = report.Number(Cap);
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) || share is not (> 0 and <= 1))
        {
            report.Violation(server.Resource, server.Where(argument), argument.Shown, "a share above 0 and at most 1");
        }
        else if (share > cap)
        {
            report.Violation(server.Resource, server.Where(argument), argument.Shown, string.Create(CultureInfo.InvariantCulture, $"at most {cap}"));
        }
    }
}
