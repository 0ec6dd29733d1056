namespace Clawdbot.Cli.Plans;

/// <summary>How a pool replaces its pods, and how long each takes.</summary>
/// <param name="LoadSeconds">Expected seconds from the start of the container to the first answer.</param>
/// <param name="StartupSeconds">Longest acceptable start-up.</param>
/// <param name="DrainSeconds">Seconds that running requests get when a server stops.</param>
/// <param name="MaxSurge">Pods started before old ones stop.</param>
/// <param name="MaxUnavailable">Pods stopped before new ones are ready.</param>
internal sealed record PlanRollout(double LoadSeconds, int StartupSeconds, int DrainSeconds, int MaxSurge, int MaxUnavailable);
