using System.Collections.Immutable;
using Clawdbot.Cli.Plans;
using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>How a stack class is run offline.</summary>
/// <typeparam name="TStack">The stack class.</typeparam>
/// <param name="Create">Constructs it with the options it must pass on to its base class.</param>
/// <param name="Pools">Its model pools.</param>
/// <param name="Warnings">Its warnings, one line each.</param>
internal sealed record OfflineStack<TStack>(
    Func<StackOptions, TStack> Create,
    Func<TStack, ImmutableArray<PlanPool>> Pools,
    Func<TStack, IEnumerable<string>> Warnings)
    where TStack : Stack
{
    /// <summary>Facts about it as a whole, one line each.</summary>
    public Func<TStack, IEnumerable<string>> Notes { get; init; } = _ => [];

    /// <summary>Whether people rely on it.</summary>
    public Func<TStack, bool> IsProduction { get; init; } = _ => true;
}
