using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes;

/// <summary>Which pods of a stack some objects with a label selector select.</summary>
internal sealed class SelectedPods
{
    private static readonly List<KubernetesObject> None = [];

    private readonly Dictionary<Workload, List<KubernetesObject>> _byPod = [];
    private readonly Dictionary<string, List<KubernetesObject>> _wholeNamespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _uncertain = new(StringComparer.Ordinal);
    private bool _isUncertainEverywhere;

    private readonly bool _missingSelectsAll;

    private SelectedPods(bool missingSelectsAll) => _missingSelectsAll = missingSelectsAll;

    /// <summary>Asks the <paramref name="selector"/> of each object; those that cannot be read are reported as undecided.</summary>
    /// <param name="items">The objects.</param>
    /// <param name="pods">The pods.</param>
    /// <param name="selector">The place of an object's selector; null when the object selects nothing.</param>
    /// <param name="report">Where undecided objects go.</param>
    /// <param name="missingSelectsAll">What no selector means to the API: everything, or nothing.</param>
    public static SelectedPods By(IEnumerable<KubernetesObject> items, StackPods pods, Func<KubernetesObject, Property?> selector, RuleReport report, bool missingSelectsAll = false)
    {
        var selected = new SelectedPods(missingSelectsAll);
        foreach (var item in items)
        {
            var isDecided = false;
            report.Part(item.Resource, () =>
            {
                if (selector(item) is { } place)
                {
                    selected.Add(item, pods, place);
                }

                isDecided = true;
            });
            if (!isDecided)
            {
                selected.SetUncertain(item);
            }
        }

        return selected;
    }

    /// <summary>The objects that select the pods of <paramref name="workload"/>.</summary>
    public IEnumerable<KubernetesObject> Of(Workload workload) =>
        (_byPod.GetValueOrDefault(workload) ?? None).Concat(workload.Owner.Namespace is { } space && _wholeNamespaces.TryGetValue(space, out var all) ? all : None);

    /// <summary>Whether some object that may select the pods of <paramref name="workload"/> cannot be read.</summary>
    public bool IsUncertain(Workload workload) => _isUncertainEverywhere || workload.Owner.Namespace is not { } space || _uncertain.Contains(space);

    private void Add(KubernetesObject item, StackPods pods, Property selector)
    {
        if (item.Namespace is not { } space)
        {
            _isUncertainEverywhere = true;
            return;
        }

        // Objects for everything are kept once for the namespace, and not once for each of its pods.
        if ((selector.Exists || _missingSelectsAll) && !selector["matchLabels"].Entries.Any() && !selector["matchExpressions"].Items.Any())
        {
            (_wholeNamespaces.TryGetValue(space, out var all) ? all : _wholeNamespaces[space] = []).Add(item);
            return;
        }

        foreach (var workload in pods.Selected(space, selector))
        {
            (_byPod.TryGetValue(workload, out var list) ? list : _byPod[workload] = []).Add(item);
        }
    }

    private void SetUncertain(KubernetesObject item)
    {
        if (item.Namespace is { } space)
        {
            _uncertain.Add(space);
        }
        else
        {
            _isUncertainEverywhere = true;
        }
    }
}
