using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>Choices of the node autoscalers.</summary>
public static class AutoscalerDefaults
{
    /// <summary>Seconds that an interruption notice is kept: it is about the next two minutes.</summary>
    public const int InterruptionSeconds = 300;

    /// <summary>What EC2 tells about nodes that are about to go: key, source and kind of the event. https://karpenter.sh/docs/concepts/disruption/#interruption</summary>
    public static ImmutableArray<(string Key, string Source, string Detail)> Interruptions { get; } =
    [
        ("scheduled-change", "aws.health", "AWS Health Event"),
        ("spot-interruption", "aws.ec2", "EC2 Spot Instance Interruption Warning"),
        ("rebalance", "aws.ec2", "EC2 Instance Rebalance Recommendation"),
        ("state-change", "aws.ec2", "EC2 Instance State-change Notification"),
        ("capacity-reservation", "aws.ec2", "EC2 Capacity Reservation Instance Interruption Warning"),
    ];
}
