namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Answers that may be given again to the same tenant for the identical prompt. Never across tenants.</summary>
/// <param name="TtlSeconds">Age up to which an answer is given again in normal service.</param>
/// <param name="DegradedTtlSeconds">The same on the ladder.</param>
/// <param name="MaximumMiB">Memory for answers, in MiB.</param>
/// <param name="MaximumAnswerKiB">Longer answers are not kept.</param>
public sealed record CacheSettings(int TtlSeconds, int DegradedTtlSeconds, int MaximumMiB, int MaximumAnswerKiB);
