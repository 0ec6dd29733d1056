namespace Clawdbot.Infra.Readiness.Program;

/// <summary>The settings, or a file that they name, cannot be used.</summary>
/// <param name="message">What is wrong, without the content of any secret.</param>
internal sealed class UsageException(string message) : Exception(message);
