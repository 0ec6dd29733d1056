using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability;

/// <summary>While one alert fires, others say nothing new.</summary>
/// <param name="Source">Name of the critical alert.</param>
/// <param name="Targets">Names of the alerts that it silences.</param>
/// <param name="Equal">Labels that must be equal on both.</param>
public sealed record AlertInhibition(string Source, ImmutableArray<string> Targets, ImmutableArray<string> Equal);
