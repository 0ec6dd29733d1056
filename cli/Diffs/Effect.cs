namespace Clawdbot.Cli.Diffs;

/// <summary>What a deployment does to carry a change out; docs/diff.md gives the arithmetic of each.</summary>
internal enum Effect
{
    /// <summary>Nothing that runs is touched.</summary>
    Nothing,

    /// <summary>Updated in place; nothing restarts.</summary>
    InPlace,

    /// <summary>An object that nothing runs in is deleted and made anew: a short gap, no restart.</summary>
    ReplaceObject,

    /// <summary>Pods are added or taken away; the others stay.</summary>
    Scale,

    /// <summary>Takes effect when the next run of a schedule starts.</summary>
    NextRun,

    /// <summary>The workload replaces its pods by its own update strategy.</summary>
    Rollout,

    /// <summary>Pods must be restarted by hand before it takes effect.</summary>
    ManualRestart,

    /// <summary>Decided by who uses the configuration, and how.</summary>
    Consumers,

    /// <summary>Everything that depends on the value restarts, because the value itself becomes another one.</summary>
    Dependents,

    /// <summary>A controller of its own (an operator, a chart) replaces pods that the plan does not list.</summary>
    OperatorRollout,

    /// <summary>The object cannot be changed, so the deployment replaces it; the kind's row for <see cref="ImpactRow.Replaced"/> says what that does.</summary>
    Replace,

    /// <summary>All pods stop, then new ones start.</summary>
    Recreate,

    /// <summary>A finished or running job is deleted and run anew.</summary>
    NewJob,

    /// <summary>The pods stop for good.</summary>
    Stop,

    /// <summary>A container of one machine is removed and started again.</summary>
    Container,

    /// <summary>More nodes join, or nodes leave.</summary>
    NodeScale,

    /// <summary>Running nodes are changed; the pods on them stay.</summary>
    NodeChange,

    /// <summary>Nodes are replaced one after the other.</summary>
    NodeRollout,

    /// <summary>A whole group of nodes is replaced.</summary>
    NodeReplace,

    /// <summary>The nodes of a whole cluster follow a new control plane.</summary>
    ClusterRollout,

    /// <summary>Stored data is moved while it is used.</summary>
    DataMove,

    /// <summary>Stored data keeps its place, and whoever wants the new setting must move it.</summary>
    DataPolicy,

    /// <summary>What holds the data is replaced; the data is lost unless somebody copies it.</summary>
    DataLoss,
}
