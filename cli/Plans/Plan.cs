using System.Collections.Immutable;

namespace Clawdbot.Cli.Plans;

/// <summary>Everything that a deployment of one stack would ask the engine for, without secrets.</summary>
/// <param name="Project">The Pulumi project.</param>
/// <param name="Stack">The stack.</param>
/// <param name="Resources">All resources, the stack included, sorted by URN.</param>
/// <param name="Pools">The model pools in the settings' order.</param>
/// <param name="Outputs">The stack outputs.</param>
/// <param name="Warnings">One line each: what will not work or is worth a look.</param>
internal sealed record Plan(
    string Project,
    string Stack,
    ImmutableArray<PlanResource> Resources,
    ImmutableArray<PlanPool> Pools,
    PlanValue.Map Outputs,
    ImmutableArray<string> Warnings)
{
    /// <summary>Facts about the stack as a whole, one line each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether people rely on the stack, so that policies bind rather than advise.</summary>
    public bool IsProduction { get; init; } = true;

    /// <summary>The type token of the stack itself.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    /// <summary>Children by parent URN, each list sorted by type and then name.</summary>
    public ILookup<string, PlanResource> ChildrenByParent() => Resources
        .Where(r => r.Parent is not null)
        .OrderBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)
        .ToLookup(r => r.Parent!, StringComparer.Ordinal);
}
