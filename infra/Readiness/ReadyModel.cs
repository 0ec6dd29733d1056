namespace Clawdbot.Infra.Readiness;

/// <summary>A served model, as far as readiness needs it.</summary>
/// <param name="Name">Name in the API.</param>
/// <param name="ContextTokens">Context that clients are promised, in tokens.</param>
/// <param name="TargetMilliseconds">P95 of whole answers (C9.6).</param>
/// <param name="Concurrency">Requests at once, 1 or more, that stay below the knee of its servers.</param>
public sealed record ReadyModel(string Name, int ContextTokens, int TargetMilliseconds, int Concurrency);
