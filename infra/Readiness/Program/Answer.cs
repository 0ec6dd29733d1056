namespace Clawdbot.Infra.Readiness.Program;

/// <summary>What became of a message.</summary>
/// <param name="Model">Model that was asked.</param>
/// <param name="Error">Why it failed, as a short class such as <c>status 500</c>; null when it was answered.</param>
/// <param name="FirstTokenMilliseconds">Until the first text; 0 when it failed.</param>
/// <param name="Milliseconds">Until the end, from the first attempt on.</param>
/// <param name="Retries">Attempts after the first, each at the server's invitation.</param>
/// <param name="Cached">Whether a cache answered.</param>
internal sealed record Answer(string Model, string? Error, long FirstTokenMilliseconds, long Milliseconds, int Retries, bool Cached);
