using System.Globalization;
using Clawdbot.Cli.Plans;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Cli.Diffs;

/// <summary>Reads from a resource how many pods it has and how long each takes to stop and to start.</summary>
internal static class WorkloadReader
{
    private const string Container = "docker:Container";

    /// <summary>The workload that <paramref name="resource"/> is; null when it has no pods.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="pools">The pools of its plan by name; they know how long a model takes to load.</param>
    /// <param name="scaled">The least number of pods that an autoscaler keeps, for a workload that names none itself; null without one.</param>
    public static Workload? Read(PlanResource resource, IReadOnlyDictionary<string, PlanPool> pools, int? scaled = null) => KindName.Of(resource.Type) switch
    {
        "apps/Deployment" => Rolling(resource, pools, scaled),
        "apps/StatefulSet" => OneByOne(resource, pools, Integer(resource.Inputs, "spec", "replicas") ?? scaled ?? 1),
        "apps/DaemonSet" => OneByOne(resource, pools, 1),
        "core/Pod" => Plain(resource, pools, 1),
        "batch/Job" => Plain(resource, pools, Integer(resource.Inputs, "spec", "parallelism") ?? 1) with { RunsToEnd = true },
        "batch/CronJob" => Plain(resource, pools, 1) with { RunsToEnd = true },
        "monitoring.coreos.com/Prometheus" or "monitoring.coreos.com/Alertmanager" =>
            Plain(resource, pools, Integer(resource.Inputs, "spec", "replicas") ?? 1) with { MaxUnavailable = 1 },
        Container => Machine(resource, pools),
        _ => null,
    };

    /// <summary>The pod's description inside a workload; empty when it has none or it is not known.</summary>
    public static PlanValue.Map PodSpec(PlanResource resource) => KindName.Of(resource.Type) switch
    {
        "core/Pod" => Map(resource.Inputs, "spec"),
        "batch/CronJob" => Map(resource.Inputs, "spec", "jobTemplate", "spec", "template", "spec"),
        _ => Map(resource.Inputs, "spec", "template", "spec"),
    };

    /// <summary>The map at a path; empty when there is none.</summary>
    public static PlanValue.Map Map(PlanValue.Map map, params ReadOnlySpan<string> path) => Find(map, path) as PlanValue.Map ?? PlanValue.Map.Empty;

    /// <summary>The text at a path; empty when there is none.</summary>
    public static string Text(PlanValue.Map map, params ReadOnlySpan<string> path) => Find(map, path) is PlanValue.Text text ? text.Value : "";

    /// <summary>The elements of the list at a path that are objects.</summary>
    public static IEnumerable<PlanValue.Map> Items(PlanValue.Map map, params ReadOnlySpan<string> path) =>
        Find(map, path) is PlanValue.List list ? list.Items.OfType<PlanValue.Map>() : [];

    /// <summary>The whole number at a path; null when there is none.</summary>
    public static int? Integer(PlanValue.Map map, params ReadOnlySpan<string> path) =>
        Find(map, path) is PlanValue.Number { Value: >= 0 and <= int.MaxValue } number ? (int)number.Value : null;

    private static PlanValue? Find(PlanValue.Map map, ReadOnlySpan<string> path)
    {
        PlanValue? value = map;
        foreach (var key in path)
        {
            value = (value as PlanValue.Map)?.Find(key);
        }

        return value;
    }

    private static Workload Rolling(PlanResource resource, IReadOnlyDictionary<string, PlanPool> pools, int? scaled)
    {
        var pool = PoolOf(resource, pools);
        var replicas = Integer(resource.Inputs, "spec", "replicas") ?? pool?.Replicas ?? scaled ?? 1;
        var plain = Plain(resource, pools, replicas);
        if (Text(resource.Inputs, "spec", "strategy", "type") == "Recreate")
        {
            return plain;
        }

        var rolling = Map(resource.Inputs, "spec", "strategy", "rollingUpdate");
        var surge = Share(rolling.Find("maxSurge"), replicas, roundUp: true);
        var unavailable = Share(rolling.Find("maxUnavailable"), replicas, roundUp: false);

        // Kubernetes does the same: with neither nothing could move.
        return plain with { MaxSurge = surge, MaxUnavailable = surge == 0 ? Math.Max(1, unavailable) : unavailable };
    }

    private static Workload OneByOne(PlanResource resource, IReadOnlyDictionary<string, PlanPool> pools, int replicas)
    {
        var strategy = Map(resource.Inputs, "spec", "updateStrategy");
        var rolling = Map(strategy, "rollingUpdate");
        var surge = rolling.Find("maxSurge") is { } value ? Share(value, replicas, roundUp: true) : 0;
        var unavailable = rolling.Find("maxUnavailable") is { } share ? Share(share, replicas, roundUp: true) : 1;
        return Plain(resource, pools, replicas) with
        {
            MaxSurge = surge,
            MaxUnavailable = surge == 0 ? Math.Max(1, unavailable) : 0,
            ByHand = Text(strategy, "type") == "OnDelete",
        };
    }

    // All pods at once: the caller says how they roll, if they do.
    private static Workload Plain(PlanResource resource, IReadOnlyDictionary<string, PlanPool> pools, int replicas)
    {
        var pod = PodSpec(resource);
        var containers = Items(pod, "containers").ToList();
        var pause = containers.Select(container => Integer(container, "lifecycle", "preStop", "sleep", "seconds") ?? 0).DefaultIfEmpty(0).Max();
        var ready = Integer(resource.Inputs, "spec", "minReadySeconds") ?? 0;
        var delay = containers.Select(container => Integer(container, "readinessProbe", "initialDelaySeconds") ?? 0).DefaultIfEmpty(0).Max();
        var pool = PoolOf(resource, pools);

        // A pool drains for as long as it may: requests that run are why it has the time.
        var stop = pool?.Rollout is not null && Integer(pod, "terminationGracePeriodSeconds") is { } grace ? grace : pause + DiffDefaults.PodStopSeconds;
        var start = pool?.Rollout?.LoadSeconds ?? DiffDefaults.PodStartSeconds + delay;
        return new Workload(resource.Urn, resource.Name, replicas, stop, start + ready, 0, Math.Max(1, replicas));
    }

    private static Workload Machine(PlanResource resource, IReadOnlyDictionary<string, PlanPool> pools)
    {
        var labels = Items(resource.Inputs, "labels").Where(label => Text(label, "label") == Labels.Pool).Select(label => Text(label, "value"));
        var pool = labels.Select(pools.GetValueOrDefault).FirstOrDefault(found => found is not null);
        var stop = Integer(resource.Inputs, "destroyGraceSeconds") ?? DiffDefaults.PodStopSeconds;
        return new Workload(resource.Urn, resource.Name, 1, stop, pool?.Rollout?.LoadSeconds ?? DiffDefaults.PodStartSeconds, 0, 1);
    }

    private static PlanPool? PoolOf(PlanResource resource, IReadOnlyDictionary<string, PlanPool> pools)
    {
        var labels = Map(resource.Inputs, "metadata", "labels");
        return Text(labels, Labels.Component) == ModelPoolDefaults.Component ? pools.GetValueOrDefault(Text(labels, Labels.Pool)) : null;
    }

    private static int Share(PlanValue? value, int replicas, bool roundUp)
    {
        if (value is PlanValue.Number { Value: >= 0 and <= int.MaxValue } number)
        {
            return (int)number.Value;
        }

        var percent = value is PlanValue.Text { Value: [.. var digits, '%'] } && double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : DiffDefaults.DefaultRolloutPercent;
        var share = replicas * percent / 100;
        return (int)(roundUp ? Math.Ceiling(share) : Math.Floor(share));
    }
}
