namespace Clawdbot.Cli.Checks;

/// <summary>The files that say how policies are judged.</summary>
/// <param name="Waivers">File of waivers; null = the usual one.</param>
/// <param name="Configuration">File of levels and values; null = none.</param>
internal sealed record PolicyFiles(string? Waivers, string? Configuration);
