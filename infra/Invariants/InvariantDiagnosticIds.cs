namespace Clawdbot.Infra.Invariants;

/// <summary>Ids of the rules between components, and of waivers of them.</summary>
public static class InvariantDiagnosticIds
{
    /// <summary>A pool that stops before the longest answer of the gateway has ended.</summary>
    public const string DrainTooShort = "CB4001";

    /// <summary>Timeouts that do not nest: an inner one must end first.</summary>
    public const string TimeoutsDoNotNest = "CB4002";

    /// <summary>A start-up probe that gives up before the weights can be loaded.</summary>
    public const string ProbeBudgetTooShort = "CB4003";

    /// <summary>A scale-down that is decided faster than a server can be brought back.</summary>
    public const string ScaleDownTooFast = "CB4004";

    /// <summary>Pools that at their largest, a rollout included, need more GPUs than their nodes have.</summary>
    public const string GpusExceeded = "CB4005";

    /// <summary>A disruption budget that never lets a node drain, or lets the last server go.</summary>
    public const string DisruptionBudget = "CB4006";

    /// <summary>Storage that is too small for the weights of all pools.</summary>
    public const string StorageTooSmall = "CB4007";

    /// <summary>An assistant that declares more context than a server of its model has.</summary>
    public const string ContextChain = "CB4008";

    /// <summary>A production pool without three nodes on separate hosts.</summary>
    public const string Redundancy = "CB4009";

    /// <summary>Nodes that are taken away sooner than their pods may finish.</summary>
    public const string NodeGraceTooShort = "CB4010";

    /// <summary>A fallback model that no pool serves, or whose context is shorter.</summary>
    public const string Fallback = "CB4011";

    /// <summary>A gateway that lets through more requests at once than the servers answer at once.</summary>
    public const string InFlightExceedsBatch = "CB4012";

    /// <summary>More copies of the weights than there are hosts to keep them on.</summary>
    public const string StorageReplicas = "CB4013";

    /// <summary>A production system whose live configuration does not survive the loss of a member.</summary>
    public const string Quorum = "CB4014";

    /// <summary>A model that the assistant asks for and no pool serves.</summary>
    public const string ModelNotServed = "CB4015";

    /// <summary>A pool that the gateway never lets grow.</summary>
    public const string NeverGrows = "CB4016";

    /// <summary>A waiver that has expired.</summary>
    public const string WaiverExpired = "CB4090";

    /// <summary>A waiver of a rule that does not exist or cannot be waived.</summary>
    public const string WaiverUnknownRule = "CB4091";

    /// <summary>A waiver without a reason.</summary>
    public const string WaiverWithoutReason = "CB4092";

    /// <summary>Warning: a waiver that nothing needs.</summary>
    public const string WaiverUnused = "CB4093";
}
