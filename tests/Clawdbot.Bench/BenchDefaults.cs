namespace Clawdbot.Bench;

/// <summary>The numbers that the bench chooses.</summary>
internal static class BenchDefaults
{
    /// <summary>Applications per graph; each is a ConfigMap, a Deployment and a Service. Three decades-apart sizes show growth.</summary>
    public static readonly IReadOnlyList<int> Sizes = [100, 1_000, 5_000];

    /// <summary>Runs per size and side, of which the median is reported; odd, so that the median is a run that happened.</summary>
    public const int Runs = 3;

    /// <summary>Commands of <c>clawdbot</c> that are measured: the main one on the largest stack, and the one that plans most.</summary>
    public static readonly IReadOnlyList<string> Commands = ["preview prod", "size --all"];

    /// <summary>Runs of each of <see cref="Commands"/>, of which the median is reported.</summary>
    public const int CommandRuns = 5;

    /// <summary>Resources that the policy packs are asked about: a large stack, so that start-up does not decide.</summary>
    public const int PolicyResources = 5_000;

    /// <summary>Requests under way at once; the engine asks so many when analysis is parallel (PULUMI_PARALLEL_ANALYZE).</summary>
    public const int PolicyParallel = 16;

    /// <summary>Evaluations of the full rule set after the first, of which the median is reported.</summary>
    public const int ProductionRuns = 21;

    /// <summary>The rules that both packs have.</summary>
    public static readonly IReadOnlyList<string> PolicyRules =
    [
        "pod-privileged", "pod-host-namespaces", "pod-host-path", "pod-privilege-escalation", "pod-run-as-non-root", "pod-capabilities-restricted", "container-image-tag",
        "container-resource-limits", "container-read-only-root", "container-liveness-probe",
    ];

    /// <summary>Plans before measuring, enough for the runtime to compile the planner fully.</summary>
    public const int PlanWarmups = 300;

    /// <summary>Plans that are measured, of which the median is reported.</summary>
    public const int PlanRuns = 301;

    /// <summary>How often a running child's peak memory is read. VmHWM never falls, so only growth within the last interval is missed.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(2);

    /// <summary>A child that runs longer than this is broken: the largest Node graph takes well under two minutes on two slow cores.</summary>
    public static readonly TimeSpan ChildTimeout = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Heap limit for the Node side, in MiB. Node's own default depends on the machine's memory and can end the 5 000 graph early;
    /// a limit that is not reached changes nothing else.
    /// </summary>
    public const int NodeHeapMiB = 8_192;
}
