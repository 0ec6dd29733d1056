namespace Clawdbot.Infra.Readiness.Program;

/// <summary>An item of the checklist does not hold.</summary>
/// <param name="message">What was found instead; never a secret, and never a body that a server sent.</param>
internal sealed class CheckException(string message) : Exception(message);
