namespace Clawdbot.Cli.Sizing;

/// <summary>A change after which the model fits.</summary>
/// <param name="Change">What to change, in words.</param>
/// <param name="PricePerHour">US dollars per hour of what the changed server runs on; null when no price is known.</param>
internal sealed record SizeProposal(string Change, double? PricePerHour);
