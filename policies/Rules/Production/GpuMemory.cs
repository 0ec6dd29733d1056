using System.Globalization;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Serving;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 3: the share of a card's memory that servers take.</summary>
internal sealed class GpuMemory() : ProductionRule(new PolicyMetadata("production-03-gpu-memory")
{
    Title = "Model servers take at most 85 % of a card's memory",
    Description = "The rest is for graphs, communication and fragments; servers that were planned tighter run out of memory under load, and fail the check of the running system.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9.3")],
    Remedy = "Lower --gpu-memory-utilization, and plan context and batch for what remains.",
    Url = "https://docs.vllm.ai/en/latest/configuration/conserving_memory/",
    Settings =
    [
        new RuleSetting(Cap, RuleSettingKind.Number, "Largest share of a card's memory.") { Default = ProductionDefaults.UtilizationCap, Minimum = 0.1, Maximum = 1 },
        new RuleSetting(Cards, RuleSettingKind.Texts, "Cards with another share, each as 'h100=0.9'.") { Default = Array.Empty<string>() },
    ],
})
{
    private const string Cap = "utilizationCap";
    private const string Cards = "cards";

    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        foreach (var server in system.ModelServers.Select(pool => pool.Server).OfType<VllmServer>())
        {
            report.Part(server.Resource, () => Check(server, report));
        }
    }

    private static void Check(VllmServer server, RuleReport report)
    {
        var cap = CapOf(server, report);
        var allowed = string.Create(CultureInfo.InvariantCulture, $"at most {cap}");
        if (server.Arguments.All.FirstOrDefault(argument => argument.Name is "--kv-cache-memory-bytes" or "--kv-cache-memory") is { } bytes)
        {
            report.Violation(server.Resource, server.Where(bytes), bytes.Shown, $"a share of the memory, {allowed}");
        }

        if (server.Arguments.Find("--gpu-memory-utilization") is not { } argument)
        {
            if (cap < ProductionDefaults.DefaultUtilization)
            {
                report.Violation(
                    server.Resource, $"--gpu-memory-utilization in {server.WhereArguments}", "not set", allowed,
                    string.Create(CultureInfo.InvariantCulture, $"By itself vLLM takes {ProductionDefaults.DefaultUtilization}."));
            }

            return;
        }

        if (!double.TryParse(argument.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) || !(share > 0 && share <= cap))
        {
            report.Violation(server.Resource, server.Where(argument), argument.Shown, allowed);
        }
    }

    // The smallest cap of the cards that the pods may run on.
    private static double CapOf(VllmServer server, RuleReport report)
    {
        var caps = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var parts in report.Texts(Cards).Select(text => text.Split('=')))
        {
            if (parts.Length == 2 && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var cap))
            {
                caps[parts[0].Trim()] = cap;
            }
        }

        var general = report.Number(Cap);
        var cards = server.Workload is { } workload ? ServerNodes.Cards(workload) : [];
        return cards.Count == 0 ? general : cards.Min(card => caps.GetValueOrDefault(card.Sku, general));
    }
}
