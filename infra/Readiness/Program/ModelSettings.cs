namespace Clawdbot.Infra.Readiness.Program;

/// <summary>A served model.</summary>
/// <param name="Name">Name in the API.</param>
/// <param name="ContextTokens">Context that clients were promised.</param>
/// <param name="TargetMilliseconds">P95 of whole answers.</param>
/// <param name="Concurrency">Requests at once that stay below the knee of its servers.</param>
internal sealed record ModelSettings(string Name, int ContextTokens, int TargetMilliseconds, int Concurrency);
