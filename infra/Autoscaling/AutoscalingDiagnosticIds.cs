namespace Clawdbot.Infra.Autoscaling;

/// <summary>The diagnostic ids of autoscaling, CB2700 to CB2729; docs/diagnostics.md explains each.</summary>
public static class AutoscalingDiagnosticIds
{
    /// <summary>A scaler for a pool whose Deployment has a fixed number of servers.</summary>
    public const string PoolIsFixed = "CB2700";

    /// <summary>The least, planned and most servers are not in that order.</summary>
    public const string ReplicasOutOfOrder = "CB2701";

    /// <summary>The last server may go, but nothing would notice the next request.</summary>
    public const string NothingWakesThePool = "CB2702";

    /// <summary>A queue so long before the next server starts that its end times out.</summary>
    public const string QueueTooLong = "CB2703";

    /// <summary>Two thresholds so close that servers come and go.</summary>
    public const string ThresholdsTooClose = "CB2704";

    /// <summary>Servers go sooner than a new one is able to answer.</summary>
    public const string ShrinksFasterThanLoads = "CB2705";

    /// <summary>A server that goes would cut running answers.</summary>
    public const string ShrinkingCutsAnswers = "CB2706";

    /// <summary>A time that a HorizontalPodAutoscaler cannot hold.</summary>
    public const string BeyondAutoscaler = "CB2707";
}
