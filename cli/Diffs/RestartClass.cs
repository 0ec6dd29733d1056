namespace Clawdbot.Cli.Diffs;

/// <summary>What has to restart for a change to take effect, from nothing to everything that holds data. The order is the severity.</summary>
internal enum RestartClass
{
    /// <summary>Nothing that runs notices.</summary>
    None,

    /// <summary>Takes effect in running programs, or in those that start later; no pod restarts.</summary>
    Hot,

    /// <summary>Pods (or containers) restart.</summary>
    Pod,

    /// <summary>Nodes change, and the pods on them move.</summary>
    Node,

    /// <summary>Stored data is replaced, moved or at risk.</summary>
    Data,
}
