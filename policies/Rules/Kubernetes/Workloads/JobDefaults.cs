namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Numbers of the rules about jobs.</summary>
internal static class JobDefaults
{
    /// <summary>
    /// Most finished jobs that a CronJob may keep without a time to live. Kubernetes keeps 3 and 1 by default; a job a minute with this many kept is under half an hour of them.
    /// </summary>
    public const double MostKept = 25;
}
