using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability.Panels;

/// <summary>Panels below a heading.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Panels">The panels, from left to right and then below.</param>
/// <param name="Folded">Whether it is closed at first, so that its queries run only for those who open it.</param>
public sealed record PanelRow(string Title, ImmutableArray<Panel> Panels, bool Folded = false);
