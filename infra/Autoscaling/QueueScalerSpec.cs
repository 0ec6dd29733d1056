using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Autoscaling;

/// <summary>When a pool grows and shrinks. Plain values, known before anything is deployed; docs/decisions/0008-autoscaling.md maps them to Kubernetes.</summary>
public sealed record QueueScalerSpec
{
    /// <summary>The pool; its <see cref="ModelPoolSpec.MaxReplicas"/> is the most servers.</summary>
    public required ModelPoolSpec Pool { get; init; }

    /// <summary>The least servers.</summary>
    /// <value>0 to 64, at most <see cref="ModelPoolSpec.Replicas"/>; default 1. 0 needs <see cref="WakeOnGatewayQueue"/>.</value>
    public int MinReplicas { get; init; } = QueueScalerDefaults.MinReplicas;

    /// <summary>Waiting requests for each server above which another one starts.</summary>
    /// <value>2 to 10000; default null, <see cref="QueueScalerDefaults.WaitingPerReplica"/> or the longest queue that is answered in time, if that is less.</value>
    public int? WaitingPerReplica { get; init; }

    /// <summary>Waiting requests for each server below which one server goes.</summary>
    /// <value>1 to 5000, at most half of <see cref="WaitingPerReplica"/>; default null, a fifth of it, 10 of 50.</value>
    public int? WaitingToShrink { get; init; }

    /// <summary>Seconds between two steps in the same direction.</summary>
    /// <value>1 to 1800; default 60.</value>
    public int CooldownSeconds { get; init; } = QueueScalerDefaults.CooldownSeconds;

    /// <summary>Seconds that the queue must have been short before a server goes.</summary>
    /// <value>0 to 3600, at least the load time of the pool; default null, the load time, and 300 at least.</value>
    public int? ShrinkAfterSeconds { get; init; }

    /// <summary>Whether requests that wait in the Router count too; only they can wake a pool without servers.</summary>
    /// <value>Default: false. The Router has one queue for all pools, so a long one wakes each pool that sets this.</value>
    public bool WakeOnGatewayQueue { get; init; }

    /// <summary>The most servers.</summary>
    public int MaxReplicas => Pool.LargestReplicas;

    /// <summary>Seconds until a new server answers, as planned.</summary>
    public int LoadSeconds => (int)Math.Ceiling(Pool.Plan.Load.ExpectedSeconds);

    /// <summary>
    /// Waiting requests that one server answers before the gateway gives up on the last of them: the server finishes
    /// <c>Speed.Requests</c> answers in each <c>Speed.AnswerSeconds</c>, and the last one needs that time for itself.
    /// </summary>
    public int LongestQueue
    {
        get
        {
            var speed = Pool.Plan.Speed;
            var left = QueueScalerDefaults.LongestRequestSeconds - speed.AnswerSeconds;
            return (int)Math.Clamp(Math.Floor(left / speed.AnswerSeconds * speed.Requests), 0, int.MaxValue);
        }
    }

    /// <summary>Threshold of growth in force.</summary>
    public int Threshold => WaitingPerReplica
        ?? Math.Clamp(LongestQueue, QueueScalerDefaults.WaitingRange.Minimum, QueueScalerDefaults.WaitingPerReplica);

    /// <summary>Threshold of shrinking in force.</summary>
    public int ShrinkThreshold => WaitingToShrink ?? Math.Max(1, Threshold / QueueScalerDefaults.ShrinkShare);

    /// <summary>Seconds in force that the queue must have been short.</summary>
    public int Stabilization => ShrinkAfterSeconds ?? Math.Max(QueueScalerDefaults.ShrinkAfterSeconds, LoadSeconds);

    /// <summary>Seconds between two servers that go: the first has drained before the second starts to.</summary>
    public int ShrinkPeriodSeconds => Math.Max(CooldownSeconds, Pool.Drain.GracePeriodSeconds);
}
