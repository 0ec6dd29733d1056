namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Limits of one replica of the access tier. A client is a verified subject, or an address before the token is known.</summary>
/// <param name="BodyKiB">Longest request body.</param>
/// <param name="HeaderKiB">Longest request head.</param>
/// <param name="RequestsPerMinute">Requests of one client.</param>
/// <param name="Burst">Requests of one client at once above that rate.</param>
/// <param name="ConcurrentPerClient">Open requests of one client.</param>
/// <param name="RejectedTokensPerMinute">Refused tokens of one address; more are refused unread.</param>
public sealed record LimitSettings(int BodyKiB, int HeaderKiB, int RequestsPerMinute, int Burst, int ConcurrentPerClient, int RejectedTokensPerMinute);
