using System.Collections.Immutable;

namespace Clawdbot.Cli.Plans;

/// <summary>One resource of a plan.</summary>
/// <param name="Urn">The URN that the engine will give it, with the full chain of parent types.</param>
/// <param name="Type">The type token, for example <c>kubernetes:apps/v1:Deployment</c>.</param>
/// <param name="Name">The logical name.</param>
/// <param name="Parent">The parent's URN; null for the stack.</param>
/// <param name="Provider">The URN of the explicit provider; null when the default provider or none is used.</param>
/// <param name="Custom">Whether a provider manages it; false for components and the stack.</param>
/// <param name="Dependencies">URNs that must exist first, sorted: those of DependsOn and of every output that the inputs use.</param>
/// <param name="Options">The options that matter to a reviewer.</param>
/// <param name="Inputs">The inputs under their wire names.</param>
internal sealed record PlanResource(
    string Urn,
    string Type,
    string Name,
    string? Parent,
    string? Provider,
    bool Custom,
    ImmutableArray<string> Dependencies,
    PlanOptions Options,
    PlanValue.Map Inputs);
