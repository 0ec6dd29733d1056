namespace Clawdbot.Cli.Diffs;

/// <summary>Times that the plan does not say.</summary>
internal static class DiffDefaults
{
    /// <summary>Seconds from the start of an ordinary pod to its first answer: scheduling, an image that is there already, the program. Probes and minReadySeconds come on top.</summary>
    public const double PodStartSeconds = 30;

    /// <summary>Seconds that an ordinary program takes to end after its preStop pause; most end at once.</summary>
    public const double PodStopSeconds = 5;

    /// <summary>Seconds until a new node takes pods: the machine, its drivers, the device plugin. EKS nodes with GPUs take three to five minutes.</summary>
    public const double NodeStartSeconds = 240;

    /// <summary>Seconds per minute.</summary>
    public const double Minute = 60;

    /// <summary>Share that Kubernetes takes for maxSurge and maxUnavailable of a Deployment without them, in percent (apps/v1).</summary>
    public const double DefaultRolloutPercent = 25;
}
