namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Keeps a conversation with the server that has its beginning in the prefix cache.</summary>
/// <param name="Header">Header with the conversation; without it the beginning of the prompt decides.</param>
/// <param name="PrefixBytes">Bytes of the prompt that make the key then.</param>
/// <param name="TtlSeconds">Seconds after the last request for which the choice is remembered.</param>
/// <param name="MaximumLoadPercent">Load of that server, in percent of the mean, above which another one is taken.</param>
public sealed record AffinitySettings(string Header, int PrefixBytes, int TtlSeconds, int MaximumLoadPercent);
