using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Server;

/// <summary>Numbers of the server that are a choice.</summary>
internal static class ServerDefaults
{
    /// <summary>Largest message, in bytes: what Pulumi's own programs accept from each other.</summary>
    public const int MaximumMessage = 400 * 1024 * 1024;

    /// <summary>
    /// How many objects and lists may stand in one another. The codec takes any depth; but a rule may walk a value by recursion, and this much is safe on its stack.
    /// </summary>
    public const int MaximumDepth = JsonValues.MaximumDepth;

    /// <summary>Longest text of an error, in bytes: it travels in a header, and clients limit their size (Node: 64 KiB).</summary>
    public const int MaximumStatusMessage = 32 * 1024;

    /// <summary>How long a connection may be silent. The engine keeps one for the whole update, which can take hours.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromDays(1);

    /// <summary>How often the server looks whether the engine still lives.</summary>
    public static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    /// <summary>How long the engine's machine, which is this one, may take to accept a connection.</summary>
    public static readonly TimeSpan WatchTimeout = TimeSpan.FromSeconds(2);

    /// <summary>How many looks in a row must fail until the engine counts as gone; one alone may be bad luck.</summary>
    public const int WatchFailures = 3;

    /// <summary>How long calls that are running may take when the server stops. The engine waits five seconds for its plugins.</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);
}
