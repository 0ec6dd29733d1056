namespace Clawdbot.Infra.Readiness.Program;

/// <summary>One message of the load.</summary>
/// <param name="Number">0 for the first.</param>
/// <param name="Model">Model that is asked.</param>
/// <param name="Prompt">Text.</param>
/// <param name="Tokens">Longest answer.</param>
/// <param name="DueMilliseconds">Earliest start, from the start of the load.</param>
/// <param name="ThinkMilliseconds">Pause of the user before it.</param>
internal sealed record Message(int Number, ModelSettings Model, string Prompt, int Tokens, long DueMilliseconds, int ThinkMilliseconds);
