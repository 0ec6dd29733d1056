namespace Clawdbot.Cli.Diffs;

/// <summary>Pods (or a container) that are replaced together.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Replicas">Pods that are planned; 1 for each node of a DaemonSet.</param>
/// <param name="StopSeconds">From "stop" to the end of the old pod.</param>
/// <param name="StartSeconds">From the start of the new pod until it counts as ready.</param>
/// <param name="MaxSurge">Pods started before old ones stop.</param>
/// <param name="MaxUnavailable">Pods stopped before new ones are ready.</param>
internal sealed record Workload(string Urn, string Name, int Replicas, double StopSeconds, double StartSeconds, int MaxSurge, int MaxUnavailable)
{
    /// <summary>Whether its rollout waits until a person deletes the old pods.</summary>
    public bool ByHand { get; init; }

    /// <summary>Whether its pods run to their end: a Job or a CronJob, which nothing restarts.</summary>
    public bool RunsToEnd { get; init; }

    /// <summary>All pods replaced by the workload's own strategy.</summary>
    public Restart Rollout()
    {
        var step = StopSeconds + StartSeconds;
        var together = Math.Max(1, MaxSurge + MaxUnavailable);
        var total = (Replicas + together - 1) / together * step;
        return Of(Replicas, MaxUnavailable == 0 ? 0 : total, total);
    }

    /// <summary>All pods stop together and start together.</summary>
    public Restart Together() => Of(Replicas, Replicas == 0 ? 0 : StopSeconds + StartSeconds, Replicas == 0 ? 0 : StopSeconds + StartSeconds);

    /// <summary>Pods move to other nodes, one eviction at a time; an eviction never waits for the successor.</summary>
    /// <param name="nodeSecondsPerPod">Seconds that each pod waits for its new node.</param>
    public Restart Move(double nodeSecondsPerPod)
    {
        var total = Replicas * (StopSeconds + StartSeconds + nodeSecondsPerPod);
        return Of(Replicas, total, total);
    }

    /// <summary>The number of pods changes; the others stay.</summary>
    public Restart Scale(int from, int to) => Of(Math.Abs(to - from), 0, to > from ? StartSeconds : to < from ? StopSeconds : 0);

    /// <summary>Pods that start or stop for good: capacity is not reduced for a time.</summary>
    public Restart Only(int pods) => Of(pods, 0, 0);

    private Restart Of(int pods, double reducedSeconds, double totalSeconds) =>
        new(Urn, Name, pods, Replicas, Minutes(reducedSeconds), Minutes(totalSeconds));

    private static double Minutes(double seconds) => Math.Round(seconds / DiffDefaults.Minute, 1, MidpointRounding.AwayFromZero);
}
