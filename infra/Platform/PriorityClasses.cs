namespace Clawdbot.Infra.Platform;

/// <summary>Which pods go first when a node is full; <see cref="PlatformAddons"/> makes the classes.</summary>
public static class PriorityClasses
{
    /// <summary>Access tier, Router, assistant and what watches them; members of etcd have a class of their own with the same value.</summary>
    public const string Critical = "clawdbot-critical";

    /// <summary>Model servers: each one lost costs minutes of loading.</summary>
    public const string Serving = "clawdbot-serving";

    /// <summary>Loader, backups, load tests: they can wait, and never push another pod out.</summary>
    public const string Batch = "clawdbot-batch";

    /// <summary>The classes with their values; pods without a class have 0, and the system's own classes begin at 2000000000.</summary>
    public static IReadOnlyList<(string Name, int Value, bool Preempts, string Description)> All { get; } =
    [
        (Critical, 1_000_000, true, "Gateway, assistant and monitoring."),
        (Serving, 100_000, true, "Model servers."),
        (Batch, -100, false, "Jobs that can wait."),
    ];
}
