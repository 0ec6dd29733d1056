using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 2: the Router's registry is the list of the names that pools serve.</summary>
internal sealed class ModelList() : ProductionRule(new PolicyMetadata("production-02-model-list")
{
    Title = "The Router knows the models that are served, and no others",
    Description = "A model that the Router does not list cannot be asked for; one that it lists and nobody serves answers every request with an error.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9.2")],
    Remedy = "Make the models in router.json and --served-model-name of the pools the same.",
    Url = "https://docs.vllm.ai/en/latest/serving/openai_compatible_server/",
})
{
    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        var files = system.RouterSettings.ToList();
        if (files.Count == 0)
        {
            Missing(report, "The Router's registry (router.json in a ConfigMap)", "a list of the models that are served");
            return;
        }

        EachDocument(report, files, (file, settings) =>
        {
            var models = settings["models"].Items.ToList();
            var listed = models.SelectMany(model => model["aliases"].Items.Select(alias => alias.Text).Prepend(model["name"].Text)).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var pool in system.ModelServers)
            {
                report.Part(pool.Owner.Resource, () => CheckPool(pool, listed, report));
            }

            // What other servers than vLLM serve is not known.
            if (system.ModelServers.Any(pool => pool.Server is null))
            {
                report.Undecided(file.Map.Resource, "a pool runs another server than vLLM, whose models are not known here");
                return;
            }

            var served = system.ModelServers.SelectMany(pool => pool.ServedNames).ToHashSet(StringComparer.Ordinal);
            foreach (var name in models.Select(model => model["name"]).Where(name => name.Text is { } text && !served.Contains(text)))
            {
                report.Violation(name, $"a model that a pool serves: {Names(served)}");
            }

            if (models.Count == 0)
            {
                report.Violation(settings["models"], $"the models that pools serve: {Names(served)}");
            }
        });
    }

    private static void CheckPool(ModelPoolServer pool, HashSet<string> listed, RuleReport report)
    {
        foreach (var name in pool.ServedNames.Where(name => !listed.Contains(name)))
        {
            report.Violation(pool.Owner.Resource, $"--served-model-name of {pool.Server!.Subject}", ShownValue.Quoted(name), $"a model of the Router's registry: {Names(listed)}");
        }
    }

    private static string Names(IEnumerable<string> names) => names.Any() ? ShownValue.OneLine(string.Join(", ", names.Order(StringComparer.Ordinal))) : "there is none";
}
