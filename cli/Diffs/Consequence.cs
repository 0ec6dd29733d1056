using System.Collections.Immutable;

namespace Clawdbot.Cli.Diffs;

/// <summary>What a change means for what runs.</summary>
/// <param name="Effect">What a deployment does.</param>
/// <param name="Reason">Why, as a sentence without its full stop.</param>
/// <param name="Restarts">The workloads that it touches, by URN.</param>
internal sealed record Consequence(Effect Effect, string Reason, ImmutableArray<Restart> Restarts)
{
    /// <summary>The restart class.</summary>
    public RestartClass Restart => Effects.Class(Effect);
}
