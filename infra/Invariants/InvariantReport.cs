using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>What the rules between components found.</summary>
/// <param name="Errors">What must be changed, wrong waivers included.</param>
/// <param name="Warnings">What is waived, and waivers that nothing needs; one sentence each.</param>
public sealed record InvariantReport(ImmutableArray<Diagnostic> Errors, ImmutableArray<string> Warnings);
