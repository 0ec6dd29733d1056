namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Numbers of the rules about vLLM that are a choice.</summary>
internal static class VllmDefaults
{
    /// <summary>
    /// Largest share of a card's memory. More than vLLM takes by itself leaves no room for CUDA graphs and the communication library, which it allocates beyond its budget in
    /// some releases. In a system of this project the checklist's 85 % counts: the rule production-03-gpu-memory.
    /// </summary>
    public const double UtilizationCap = 0.92;

    /// <summary>Seconds that a server is given to start: weights of a 7B model from a network file system, profiling and graph capture take two to five minutes.</summary>
    public const double StartupSeconds = 300;

    /// <summary>What Kubernetes gives a pod to end, when it does not say.</summary>
    public const double GraceSeconds = 30;

    /// <summary>What Docker gives a container to end, when it does not say.</summary>
    public const double DockerStopSeconds = 10;

    /// <summary>Shared memory that servers with several cards need, in MiB: the ring buffers of vLLM take about 240 MiB for each group, NCCL as much again.</summary>
    public const double SharedMemoryMiB = 1024;

    /// <summary>Period of a probe, when it does not say.</summary>
    public const double ProbePeriodSeconds = 10;

    /// <summary>Failures of a probe before it counts, when it does not say.</summary>
    public const double ProbeFailures = 3;
}
