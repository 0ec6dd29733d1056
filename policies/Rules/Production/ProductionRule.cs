using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>An item of the production checklist. It speaks only of stacks that hold a Clawdbot system, and then also of what is missing there.</summary>
internal abstract class ProductionRule(PolicyMetadata metadata) : StackRule(metadata)
{
    /// <inheritdoc/>
    public sealed override void Check(PolicyStack stack, RuleReport report)
    {
        var system = stack.View(ProductionSystem.Of);
        if (system is { IsPresent: true, Gap: { } gap })
        {
            throw gap;
        }

        if (system.IsPresent)
        {
            Check(system, report);
        }
        else if (system.IsInDocker)
        {
            report.Undecided(null, "the system runs in Docker on one machine, and the checklist is about clusters");
        }
    }

    /// <summary>Checks the system.</summary>
    protected abstract void Check(ProductionSystem system, RuleReport report);

    /// <summary>Something that the whole stack lacks.</summary>
    protected static void Missing(RuleReport report, string what, string allowed) => report.Violation(null, what, "missing", allowed);

    /// <summary>Looks into each file; one that is no JSON is a violation, one that is secret or not known yet undecided.</summary>
    protected static void EachDocument(RuleReport report, IEnumerable<SettingsFile> files, Action<SettingsFile, Property> look)
    {
        foreach (var file in files)
        {
            report.Part(file.Map.Resource, () =>
            {
                // Settings hold no secrets, and messages name what stands in them.
                if (file.Place.IsSecret)
                {
                    report.Undecided(file.Map.Resource, $"{file.Place.Path} is a secret");
                }
                else if (file.Document is { } document)
                {
                    look(file, document);
                }
                else
                {
                    report.Violation(file.Map.Resource, file.Place.Path, "no JSON", "a JSON document");
                }
            });
        }
    }
}
