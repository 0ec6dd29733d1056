using System.Globalization;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 7: the assistant, the Router and the servers agree on the length of the context.</summary>
internal sealed class DeclaredContext() : ProductionRule(new PolicyMetadata("production-07-context")
{
    Title = "The declared context is the real one",
    Description = "A client that fills a longer context than the server has gets an error after a long conversation; with a shorter one it forgets for nothing.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9.7")],
    Remedy = "Derive contextWindow, contextTokens and --max-model-len from one figure.",
    Url = "https://docs.vllm.ai/en/latest/cli/serve/#-max-model-len",
})
{
    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        EachDocument(report, system.RouterSettings, (file, settings) =>
        {
            var pools = settings["pools"].Items.ToList();
            foreach (var pool in pools)
            {
                report.Part(file.Map.Resource, () => CheckPool(system, pool, report));
            }

            foreach (var model in settings["models"].Items)
            {
                report.Part(file.Map.Resource, () => CheckModel(model, pools, figures, report));
            }
        });
        EachDocument(report, system.AssistantSettings, (_, settings) =>
        {
            foreach (var model in settings["models"]["providers"].Entries.SelectMany(provider => provider.Value["models"].Items))
            {
                CheckAssistant(model, figures, report);
            }
        });
    }

    private static void CheckPool(ProductionSystem system, Property pool, RuleReport report)
    {
        if (system.ModelServers.FirstOrDefault(candidate => candidate.Name == pool["name"].Text) is not { Server: { } vllm } server)
        {
            return;
        }

        var argument = vllm.Arguments.Find("--max-model-len");
        if (argument is null)
        {
            report.Violation(vllm.Resource, $"--max-model-len in {vllm.WhereArguments}", "not set", $"the Router's figure, {pool["contextTokens"].Shown}");
        }
        else if (server.ContextTokens is not { } tokens)
        {
            report.Undecided(vllm.Resource, $"{vllm.Where(argument)} leaves the length to vLLM");
        }
        else if (pool["contextTokens"].Number != tokens)
        {
            report.Violation(pool["contextTokens"], string.Create(CultureInfo.InvariantCulture, $"{tokens}, --max-model-len of the pool's servers"));
        }
    }

    // Of several pools the shortest context is what a client may rely on.
    private static void CheckModel(Property model, List<Property> pools, Dictionary<string, double> figures, RuleReport report)
    {
        var names = model["pools"].Items.Select(name => name.Text).ToHashSet(StringComparer.Ordinal);
        var shortest = pools.Where(pool => names.Contains(pool["name"].Text)).Min(pool => pool["contextTokens"].Number);
        var tokens = model["contextTokens"].Number;
        if (shortest is { } least && tokens != least)
        {
            report.Violation(model["contextTokens"], string.Create(CultureInfo.InvariantCulture, $"{least}, the shortest context of the model's pools"));
        }

        foreach (var name in model["aliases"].Items.Select(alias => alias.Text).Prepend(model["name"].Text).OfType<string>())
        {
            figures[name] = shortest ?? tokens ?? double.PositiveInfinity;
        }
    }

    private static void CheckAssistant(Property model, Dictionary<string, double> figures, RuleReport report)
    {
        if (model["id"].Text is { } id && figures.TryGetValue(id, out var tokens) && model["contextWindow"].Number is var window && !(window <= tokens))
        {
            report.Violation(model["contextWindow"], string.Create(CultureInfo.InvariantCulture, $"at most {tokens}, the context that the Router has for {ShownValue.Quoted(id)}"));
        }
    }
}
