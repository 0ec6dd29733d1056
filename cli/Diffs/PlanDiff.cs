using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Diffs;

/// <summary>
/// Compares two plans of a stack. Compared are the resources with their inputs, options and providers, and the stack outputs. Not compared is what changes nothing
/// that runs: the order of operations (dependencies), aliases, notes, warnings and the planner's figures, whose flags are inputs anyway.
/// </summary>
internal sealed class PlanDiff
{
    private readonly bool _againstManifests;
    private readonly Dictionary<string, string> _renamed;
    private readonly Consequences _consequences;
    private readonly List<DiffChange> _changes = [];
    private readonly List<(string Urn, string Property, string Kind)> _uncompared = [];

    private PlanDiff(Pairing pairs, PlanGraph before, PlanGraph after, bool againstManifests)
    {
        _againstManifests = againstManifests;
        _renamed = pairs.Renamed();
        var old = pairs.Both.ToDictionary(pair => pair.After.Urn, pair => pair.Before, StringComparer.Ordinal);
        _consequences = new Consequences(before, after, old.GetValueOrDefault);
    }

    /// <summary>Compares <paramref name="plan"/> with an older plan of the same stack.</summary>
    public static DiffReport AgainstPlan(string against, Plan older, Plan plan)
    {
        var pools = Pools(older, plan);
        var pairs = Pairing.ByUrn(older.Resources, plan.Resources);
        var diff = new PlanDiff(pairs, new PlanGraph(older.Resources, pools), new PlanGraph(plan.Resources, pools), againstManifests: false);
        diff.Resources(pairs);
        if (plan.Resources.FirstOrDefault(resource => resource.Type == Plan.StackType) is { } stack)
        {
            diff.Compare(older.Outputs, plan.Outputs, stack, ["outputs"], (_, _) => new ImpactRow("", "outputs", Effect.Nothing, "an output of the stack is only told to readers"));
        }

        return diff.Report(against, plan, []);
    }

    /// <summary>Compares the Kubernetes objects of <paramref name="plan"/> with those of a folder of manifests.</summary>
    /// <param name="against">The folder, for the report.</param>
    /// <param name="older">The objects of the folder.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="pairs">Which object is which resource.</param>
    /// <param name="left">Resources of the plan that are no objects.</param>
    public static DiffReport AgainstManifests(string against, IReadOnlyCollection<PlanResource> older, Plan plan, Pairing pairs, int left)
    {
        var pools = Pools(plan, plan);
        var diff = new PlanDiff(pairs, new PlanGraph(older, pools), new PlanGraph(plan.Resources, pools), againstManifests: true);
        diff.Resources(pairs);
        return diff.Report(against, plan, left == 0 ? [] : [Count(left, "resource is", "resources are") + " no rendered object and cannot be compared with manifests; compare with a plan.json for everything."]);
    }

    private static Dictionary<string, PlanPool> Pools(Plan older, Plan plan) => plan.Pools.Concat(older.Pools)
        .GroupBy(pool => pool.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private void Resources(Pairing pairs)
    {
        foreach (var resource in pairs.Added)
        {
            Whole(resource, "added", resource.Custom ? Impacts.OfAddition(KindName.Of(resource.Type)) : Grouping(ImpactRow.Added));
        }

        foreach (var resource in pairs.Removed)
        {
            Whole(resource, "removed", resource.Custom ? Kept(resource, Impacts.OfRemoval(KindName.Of(resource.Type))) : Grouping(ImpactRow.Removed));
        }

        foreach (var (before, after) in pairs.Both)
        {
            Pair(before, after);
        }
    }

    private void Pair(PlanResource before, PlanResource after)
    {
        Compare(before.Inputs, after.Inputs, after, [], (path, _) => Setting(after, path));
        Compare(ResourceOptions.Of(before), ResourceOptions.Of(after), after, ["options"], (_, _) =>
            new ImpactRow("", "options", Effect.Nothing, "an option for the deployment; what runs is not touched"));
        if (_againstManifests)
        {
            return;
        }

        if (before.Type != after.Type && !KindName.IsKubernetes(after.Type))
        {
            Compare(new PlanValue.Text(before.Type), new PlanValue.Text(after.Type), after, ["(type)"], (_, _) => Impacts.OfReplacement(KindName.Of(after.Type), "another type is another thing"));
        }

        if (before.Provider is { } provider && _renamed.GetValueOrDefault(provider, provider) != after.Provider || before.Provider is null && after.Provider is not null)
        {
            Compare(Text(before.Provider), Text(after.Provider), after, ["(provider)"], (_, _) =>
                after.Custom ? Impacts.OfReplacement(KindName.Of(after.Type), "Pulumi replaces what gets another provider") : Grouping("(provider)"));
        }

        static PlanValue? Text(string? text) => text is null ? null : new PlanValue.Text(text);
    }

    private static ImpactRow Setting(PlanResource resource, ImmutableArray<string> path)
    {
        if (!resource.Custom)
        {
            return Grouping("");
        }

        var text = PropertyPath.Text(path);
        if (resource.Options.IgnoreChanges.Any(ignored => Below(text, ignored)))
        {
            return new ImpactRow("", text, Effect.Nothing, "ignoreChanges keeps the deployed value");
        }

        var kind = KindName.Of(resource.Type);
        return resource.Options.ReplaceOnChanges.Any(replacing => replacing == "*" || Below(text, replacing))
            ? Impacts.OfReplacement(kind, "replaceOnChanges asks for a replacement")
            : Impacts.OfSetting(kind, KindName.IsKubernetes(resource.Type), path);
    }

    private static bool Below(string path, string top) =>
        path.StartsWith(top, StringComparison.Ordinal) && (path.Length == top.Length || path[top.Length] is '.' or '[');

    private static ImpactRow Grouping(string path) => new("", path, Effect.Nothing, "a component only groups resources");

    private static ImpactRow Kept(PlanResource resource, ImpactRow row) => resource.Options switch
    {
        { Protect: true } => row with { Reason = row.Reason + "; it is protected, so the deployment refuses" },
        { RetainOnDelete: true } => row with { Effect = Effect.Nothing, Reason = "retainOnDelete leaves the real thing in place" },
        _ => row,
    };

    private void Whole(PlanResource resource, string kind, ImpactRow row) => _changes.Add(new DiffChange(
        resource.Urn, resource.Type, resource.Name, DiffChange.Whole, kind, null, null, _consequences.Of(row, resource, null)));

    private void Compare(PlanValue? before, PlanValue? after, PlanResource resource, ImmutableArray<string> top, Func<ImmutableArray<string>, Difference, ImpactRow> rowOf)
    {
        var values = new ValueDiff(urn => _renamed.GetValueOrDefault(urn, urn), _againstManifests);
        values.Compare(before, after, top);
        foreach (var difference in values.Differences)
        {
            var row = rowOf(difference.Path, difference);
            var consequence = _consequences.Of(row, resource, difference);
            var secret = difference.Before is { HoldsSecret: true } || difference.After is { HoldsSecret: true } || SecretData.Holds(resource.Type, difference.Path);
            _changes.Add(new DiffChange(
                resource.Urn, resource.Type, resource.Name, PropertyPath.Text(difference.Path),
                difference.Before is null ? "added" : difference.After is null ? "removed" : "changed",
                secret ? null : difference.Before, secret ? null : difference.After,
                Guarded(resource, consequence))
            {
                IsSecret = secret,
            });
        }

        _uncompared.AddRange(values.Uncompared.Select(entry => (resource.Urn, PropertyPath.Text(entry.Path), entry.Kind)));
    }

    /// <summary>Adds what the options of the resource mean for a replacement.</summary>
    private static Consequence Guarded(PlanResource resource, Consequence consequence) => !Effects.Replaces(consequence.Effect) ? consequence
        : resource.Options.Protect ? consequence with { Reason = consequence.Reason + "; it is protected, so the deployment refuses" }
        : resource.Options.DeleteBeforeReplace == true ? consequence with { Reason = consequence.Reason + "; the old one is deleted first" }
        : consequence;

    private DiffReport Report(string against, Plan plan, IEnumerable<string> notes) => new(
        plan.Project, plan.Stack, against,
        [.. _changes.OrderBy(change => change.Urn, StringComparer.Ordinal)],
        [.. _uncompared.OrderBy(entry => entry.Urn, StringComparer.Ordinal)],
        [.. Uncomparable(), .. notes]);

    private IEnumerable<string> Uncomparable()
    {
        var counts = _uncompared.CountBy(entry => entry.Kind, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        if (counts.GetValueOrDefault("secret") is > 0 and var secrets)
        {
            yield return Count(secrets, "secret is", "secrets are") + " set on both sides and cannot be compared, because a plan holds no secrets.";
        }

        if (counts.GetValueOrDefault("unknown") is > 0 and var unknown)
        {
            yield return Count(unknown, "value is", "values are") + " known only after a deployment and cannot be compared.";
        }

        if (counts.GetValueOrDefault("content") is > 0 and var files)
        {
            yield return Count(files, "file is", "files are") + " not part of a plan and cannot be compared.";
        }
    }
}
