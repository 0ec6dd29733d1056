namespace Clawdbot.Policies.Server;

/// <summary>Bytes that are not the message they should be.</summary>
/// <param name="message">What is wrong, as a phrase.</param>
/// <param name="cause">What noticed it.</param>
internal sealed class WireFormatException(string message, Exception? cause = null) : Exception(message, cause);
