using System.Collections.Immutable;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Diffs;

/// <summary>Finds the workloads that a row of the table means for one resource, and their times.</summary>
/// <param name="before">The old plan.</param>
/// <param name="after">The new plan.</param>
/// <param name="oldOf">The old resource of a new URN; null when it is new.</param>
internal sealed class Consequences(PlanGraph before, PlanGraph after, Func<string, PlanResource?> oldOf)
{
    private const string GpuImage = "nvidia.com/gpu";

    /// <summary>The consequence of a change.</summary>
    /// <param name="row">The row that holds.</param>
    /// <param name="resource">The resource, as it is on the new side if it is there.</param>
    /// <param name="difference">The setting; null for a resource as a whole.</param>
    public Consequence Of(ImpactRow row, PlanResource resource, Difference? difference)
    {
        var graph = row.Path == ImpactRow.Removed ? before : after;
        var own = graph.Find(resource.Urn);
        return row.Effect switch
        {
            Effect.Nothing when row.Path == ImpactRow.Added && own is { RunsToEnd: false } => Plain(row, own.Only(own.Replicas)),
            Effect.Nothing or Effect.InPlace or Effect.ReplaceObject or Effect.NextRun or Effect.NodeChange or Effect.DataPolicy or Effect.DataMove => Plain(row),
            Effect.Scale when own is not null => Scaled(row, own, difference),
            Effect.Stop when own is not null => Plain(row, own.Only(own.Replicas)),
            Effect.Rollout when own is { ByHand: true } =>
                Plain(row with { Effect = Effect.ManualRestart, Reason = row.Reason + "; with OnDelete only once a person deletes the old ones" }, own.Rollout()),
            Effect.Rollout when own is not null => Plain(row, own.Rollout()),
            Effect.Rollout => Plain(row, [.. graph.UsersOf(resource).Where(user => !user.Workload.RunsToEnd).Select(user => user.Workload.Rollout())]),
            Effect.NewJob or Effect.Recreate or Effect.Container when own is not null => Plain(row, own.RunsToEnd ? own.Only(own.Replicas) : own.Together()),
            Effect.OperatorRollout => Plain(row, own is null ? [] : [own.Rollout()]),
            Effect.Consumers => Configuration(row, resource),
            Effect.ManualRestart => Plain(row, [.. graph.UsersOf(resource).Where(user => !user.Workload.RunsToEnd).Select(user => user.Workload.Rollout())]),
            Effect.Dependents => Plain(row, [.. Running(graph.Reached(resource.Urn)).Select(workload => workload.Rollout())]),
            Effect.NodeScale => Nodes(row, resource, difference),
            Effect.NodeRollout or Effect.NodeReplace => Plain(row, [.. Running(OnNodes(graph, resource)).Select(workload => workload.Move(WaitForNode(graph, row.Effect, workload)))]),
            Effect.ClusterRollout => Plain(row, [.. Running(graph.Workloads).Select(workload => workload.Move(WaitForNode(graph, row.Effect, workload)))]),
            Effect.DataLoss => Plain(row, [.. Running(graph.Reached(resource.Urn)).Select(workload => workload.Together())]),
            _ => Plain(row),
        };
    }

    private static Consequence Plain(ImpactRow row, params ImmutableArray<Restart> restarts) => new(row.Effect, row.Reason, restarts);

    private static IEnumerable<Workload> Running(IEnumerable<Workload> workloads) => workloads.Where(workload => !workload.RunsToEnd);

    private static Consequence Scaled(ImpactRow row, Workload own, Difference? difference)
    {
        var (from, to) = (Count(difference?.Before), Count(difference?.After));
        return Plain(row, own.Scale(from, to));

        int Count(PlanValue? value) => value is PlanValue.Number { Value: >= 0 and <= int.MaxValue } number ? (int)number.Value : own.Replicas;
    }

    private static Consequence Nodes(ImpactRow row, PlanResource resource, Difference? difference)
    {
        var fewer = difference is { Path: [.., "desiredSize" or "maxSize"], Before: PlanValue.Number old, After: PlanValue.Number now } && now.Value < old.Value;
        return Plain(fewer ? row with { Effect = Effect.NodeChange, Reason = "nodes leave, and their pods move to the others or wait" } : row);
    }

    /// <summary>Who uses a ConfigMap or a Secret, and whether that restarts it.</summary>
    private Consequence Configuration(ImpactRow row, PlanResource resource)
    {
        // Without a name of its own it gets a new one, and every template that names it changes with it.
        var renamed = WorkloadReader.Text(resource.Inputs, "metadata", "name").Length == 0;
        var users = after.UsersOf(resource).ToList();
        var running = users.Where(user => !user.Workload.RunsToEnd).ToList();
        var rolled = running.Where(user => renamed || ChecksumChanged(user.Workload)).Select(user => user.Workload).ToList();
        var byHand = running.Where(user => !rolled.Contains(user.Workload) && (user.Use == Use.Start || !after.Rereads(user.Workload))).Select(user => user.Workload).ToList();
        return (users, rolled, byHand) switch
        {
            ([], _, _) => Plain(row with { Effect = Effect.InPlace, Reason = "no pod of the plan uses it; operators and side-cars re-read it" }),
            (_, { Count: > 0 }, _) => Plain(
                row with { Effect = Effect.Rollout, Reason = renamed ? "its name changes with its content, and so do the pod templates that name it" : "a checksum in the pod template changes with it" },
                [.. rolled.Concat(byHand).OrderBy(workload => workload.Urn, StringComparer.Ordinal).Select(workload => workload.Rollout())]),
            (_, _, { Count: > 0 }) => Plain(
                row with { Effect = Effect.ManualRestart, Reason = "pod (after manual restart): it is read when a pod starts, and nothing restarts the pods" },
                [.. byHand.Select(workload => workload.Rollout())]),
            _ when running.Count == 0 => Plain(row with { Effect = Effect.NextRun, Reason = "the next run reads it" }),
            _ => Plain(row with { Effect = Effect.InPlace, Reason = "the mounted files follow within about a minute, and the program re-reads them" }),
        };
    }

    private bool ChecksumChanged(Workload workload) =>
        after.Resource(workload.Urn) is { } now && oldOf(workload.Urn) is { } old && !Checksums(old).SequenceEqual(Checksums(now));

    private static IEnumerable<KeyValuePair<string, PlanValue>> Checksums(PlanResource resource) =>
        WorkloadReader.Map(resource.Inputs, "spec", "template", "metadata", "annotations").Entries
            .Where(entry => entry.Key.Contains("checksum", StringComparison.OrdinalIgnoreCase));

    // A launch template and a node class have no labels; the groups that use them do.
    private static IEnumerable<Workload> OnNodes(PlanGraph graph, PlanResource resource) => (KindName.Of(resource.Type) switch
    {
        "aws:eks/NodeGroup" => graph.OnNodes(WorkloadReader.Map(resource.Inputs, "labels")),
        "karpenter.sh/NodePool" => graph.OnNodes(WorkloadReader.Map(resource.Inputs, "spec", "template", "metadata", "labels")),
        _ => graph.DependentsOf(resource.Urn).Where(below => KindName.Of(below.Type) is "aws:eks/NodeGroup" or "karpenter.sh/NodePool").SelectMany(below => OnNodes(graph, below)),
    }).DistinctBy(workload => workload.Urn).OrderBy(workload => workload.Urn, StringComparer.Ordinal);

    /// <summary>A new node has never seen the image; where the old node goes first, its pods wait for the new one too.</summary>
    private static double WaitForNode(PlanGraph graph, Effect effect, Workload workload)
    {
        var pulls = graph.Resource(workload.Urn) is { } resource
            && WorkloadReader.Items(WorkloadReader.PodSpec(resource), "containers").Any(container => WorkloadReader.Map(container, "resources", "limits").Find(GpuImage) is not null);
        return (effect == Effect.NodeReplace ? DiffDefaults.NodeStartSeconds : 0) + (pulls ? Infra.Serving.ModelPoolDefaults.ImagePullSeconds : 0);
    }
}
