using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>
/// What must exist before what, as the engine sees it: a resource follows what it depends on, its parent (whose own dependencies were waited for)
/// and its provider; to depend on a component is to depend on all in it. A deletion goes the other way round.
/// </summary>
internal sealed class ResourceOrder
{
    private readonly Dictionary<string, PlanResource> _resources;
    private readonly ILookup<string, PlanResource> _children;
    private readonly Dictionary<string, IReadOnlySet<string>> _before = new(StringComparer.Ordinal);

    public ResourceOrder(Plan plan)
    {
        _resources = plan.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        _children = plan.ChildrenByParent();
    }

    /// <summary>Whether <paramref name="later"/> is made only after <paramref name="earlier"/>.</summary>
    public bool Follows(PlanResource later, PlanResource earlier) => Before(later.Urn).Contains(earlier.Urn);

    /// <summary>The resources of a circle, each after the next one; empty when there is none.</summary>
    public IReadOnlyList<string> Circle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new List<string>();
        foreach (var urn in _resources.Keys.Order(StringComparer.Ordinal))
        {
            if (Visit(urn, done, path))
                return path;
        }
        return [];
    }

    private bool Visit(string urn, HashSet<string> done, List<string> path)
    {
        if (path.IndexOf(urn) is >= 0 and var start)
        {
            path.RemoveRange(0, start);
            return true;
        }
        if (done.Contains(urn))
            return false;
        path.Add(urn);
        if (Direct(urn).Any(next => Visit(next, done, path)))
            return true;
        path.Remove(urn);
        done.Add(urn);
        return false;
    }

    private IReadOnlySet<string> Before(string urn)
    {
        if (_before.TryGetValue(urn, out var known))
            return known;
        var all = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([urn]);
        while (open.TryPop(out var next))
        {
            foreach (var each in Direct(next).Where(all.Add))
                open.Push(each);
        }
        return _before[urn] = all;
    }

    private IEnumerable<string> Direct(string urn)
    {
        if (!_resources.TryGetValue(urn, out var resource))
            return [];
        // The parent alone, without its other children: they are made beside this one.
        IEnumerable<string> parents = resource.Parent is { } parent && _resources.TryGetValue(parent, out var above) ? above.Dependencies.SelectMany(WithChildren).Append(parent) : [];
        return [.. resource.Dependencies.SelectMany(WithChildren), .. parents.Where(each => each != urn), .. resource.Provider is { } provider ? [provider] : Array.Empty<string>()];
    }

    private IEnumerable<string> WithChildren(string urn) => _children[urn].SelectMany(child => WithChildren(child.Urn)).Prepend(urn);
}
