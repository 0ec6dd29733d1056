using System.Collections.Immutable;

namespace Clawdbot.Cli.Diffs;

/// <summary>The answer to "what would change".</summary>
/// <param name="Project">The project.</param>
/// <param name="Stack">The stack.</param>
/// <param name="Against">What it was compared with, as the person named it.</param>
/// <param name="Changes">By URN, then in the order of the settings.</param>
/// <param name="Uncompared">Settings that neither side shows: URN, property, kind.</param>
/// <param name="Notes">What a reader should know, one sentence each.</param>
internal sealed record DiffReport(
    string Project,
    string Stack,
    string Against,
    ImmutableArray<DiffChange> Changes,
    ImmutableArray<(string Urn, string Property, string Kind)> Uncompared,
    ImmutableArray<string> Notes)
{
    /// <summary>
    /// What happens to each workload, whatever the number of changes that cause it: the largest of their figures, and the most severe class. Only those whose pods
    /// restart or move; most severe first.
    /// </summary>
    public ImmutableArray<(RestartClass Restart, Restart Figures)> Workloads { get; } =
    [
        .. Changes.Where(change => change.Consequence.Restart >= RestartClass.Pod)
            .SelectMany(change => change.Consequence.Restarts.Select(restart => (change.Consequence.Restart, Figures: restart)))
            .GroupBy(pair => pair.Figures.Urn, StringComparer.Ordinal)
            .Select(group => (Restart: group.Max(pair => pair.Restart), Figures: group.Select(pair => pair.Figures).Aggregate(Larger)))
            .OrderByDescending(pair => pair.Restart).ThenBy(pair => pair.Figures.Urn, StringComparer.Ordinal),
    ];

    private static Restart Larger(Restart one, Restart other) => one with
    {
        Pods = Math.Max(one.Pods, other.Pods),
        Minutes = Math.Max(one.Minutes, other.Minutes),
        RolloutMinutes = Math.Max(one.RolloutMinutes, other.RolloutMinutes),
    };
}
