using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Diffs;

/// <summary>One change of the report.</summary>
/// <param name="Urn">The resource's URN on the new side, or on the old side when it goes; for an object that only a folder of manifests has, its identity.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Property">The setting, or <c>(resource)</c> for the resource as a whole.</param>
/// <param name="Kind"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Before">The old value; null when there is none or it is not shown.</param>
/// <param name="After">The new value; null when there is none or it is not shown.</param>
/// <param name="Consequence">What follows.</param>
internal sealed record DiffChange(
    string Urn, string Type, string Name, string Property, string Kind, PlanValue? Before, PlanValue? After, Consequence Consequence)
{
    /// <summary>Property of a change that is about the resource as a whole.</summary>
    public const string Whole = "(resource)";

    /// <summary>Whether one of the values is secret, so that neither is shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Pods that restart, start or stop.</summary>
    public int Pods => Consequence.Restarts.Sum(restart => restart.Pods);

    /// <summary>Pods of the workloads that it touches.</summary>
    public int Replicas => Consequence.Restarts.Sum(restart => restart.Replicas);

    /// <summary>Minutes with fewer ready pods than planned, of the workload where they are most: workloads roll at the same time.</summary>
    public double Minutes => Consequence.Restarts.Select(restart => restart.Minutes).DefaultIfEmpty(0).Max();

    /// <summary>Minutes until the last pod is replaced.</summary>
    public double RolloutMinutes => Consequence.Restarts.Select(restart => restart.RolloutMinutes).DefaultIfEmpty(0).Max();
}
