using System.Collections.Immutable;
using Clawdbot.Cli.Plans;
using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>The inputs of one resource as plain values.</summary>
/// <param name="Inputs">The values by wire name.</param>
/// <param name="Dependencies">The resources that the values come from or refer to.</param>
/// <param name="LeakedPaths">Paths whose plain values contain a secret setting; the values themselves are masked.</param>
internal sealed record WalkedInputs(PlanValue.Map Inputs, ImmutableHashSet<Resource> Dependencies, ImmutableArray<string> LeakedPaths);
