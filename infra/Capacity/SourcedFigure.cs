namespace Clawdbot.Infra.Capacity;

/// <summary>A figure about hardware together with where it comes from.</summary>
/// <param name="Value">The figure, in the unit of the member that holds it.</param>
/// <param name="Source">Public page, log line or data sheet that states it.</param>
/// <param name="Verified">Whether that source was read; false for figures from general knowledge or a single weak page.</param>
public readonly record struct SourcedFigure(double Value, string Source, bool Verified);
