using System.Globalization;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>The resource tree of a plan in the words of the report.</summary>
/// <param name="Name">The logical name.</param>
/// <param name="Type">The type token.</param>
/// <param name="Notes">What is special about it, for example <c>protected</c>.</param>
/// <param name="Children">The resources below it.</param>
internal sealed record PreviewTree(string Name, string Type, string Notes, IReadOnlyList<PreviewTree> Children)
{
    /// <summary>The tree below the stack.</summary>
    public static PreviewTree Of(Plan plan)
    {
        var children = plan.ChildrenByParent();
        PreviewTree Node(PlanResource resource) => new(resource.Name, resource.Type, NotesOn(resource), [.. children[resource.Urn].Select(Node)]);
        return Node(plan.Resources.Single(r => r.Type == Plan.StackType));
    }

    /// <summary>"36 resources: 4 components, 32 managed by providers" with the stack itself left out.</summary>
    public static string Totals(Plan plan)
    {
        var managed = plan.Resources.Count(r => r.Custom);
        var components = plan.Resources.Length - managed - 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(managed + components, "resource")}: {Count(components, "component")}, {managed} managed by providers");
    }

    /// <summary>How many resources there are of each type, sorted by type; the stack itself is left out.</summary>
    public static IEnumerable<(string Type, int Count)> Types(Plan plan) => plan.Resources
        .Where(r => r.Type != Plan.StackType)
        .GroupBy(r => r.Type, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => (g.Key, g.Count()));

    /// <summary>"1 resource", "2 resources".</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string NotesOn(PlanResource resource)
    {
        var notes = new List<string>();
        if (resource.Options.Protect)
        {
            notes.Add("protected");
        }

        if (resource.Options.RetainOnDelete)
        {
            notes.Add("retained on delete");
        }

        if (resource.Options.Read is not null)
        {
            notes.Add("read only");
        }

        return string.Join(", ", notes);
    }
}
