namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>A token that the stack hands out.</summary>
/// <param name="Subject">Claim <c>sub</c>.</param>
/// <param name="ExpiresAt">Claim <c>exp</c>: seconds since 1970.</param>
public sealed record ServiceToken(string Subject, long ExpiresAt);
