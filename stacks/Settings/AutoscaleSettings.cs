using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks.Settings;

/// <summary>The key <c>autoscale</c> of a pool; what is null is planned.</summary>
internal sealed record AutoscaleSettings
{
    internal required int MinReplicas { get; init; }

    internal required int MaxReplicas { get; init; }

    internal int? WaitingPerReplica { get; init; }

    internal int? WaitingToShrink { get; init; }

    internal required int CooldownSeconds { get; init; }

    internal int? ShrinkAfterSeconds { get; init; }

    internal required bool WakeOnGatewayQueue { get; init; }

    /// <summary>The scaler of a planned pool.</summary>
    internal QueueScalerSpec Of(ModelPoolSpec pool) => new()
    {
        Pool = pool,
        MinReplicas = MinReplicas,
        WaitingPerReplica = WaitingPerReplica,
        WaitingToShrink = WaitingToShrink,
        CooldownSeconds = CooldownSeconds,
        ShrinkAfterSeconds = ShrinkAfterSeconds,
        WakeOnGatewayQueue = WakeOnGatewayQueue,
    };
}
