namespace Clawdbot.Cli.Sizing;

/// <summary>A figure of the report besides memory: a speed, a time or a price.</summary>
/// <param name="Name">Name in the JSON.</param>
/// <param name="Title">Name in the text.</param>
/// <param name="Value">The figure; null when it is not known.</param>
/// <param name="Unit">Its unit, written behind it.</param>
/// <param name="Basis">What it follows from.</param>
internal sealed record SizeFigure(string Name, string Title, double? Value, string Unit, string Basis);
