namespace Clawdbot.Loader.Tests.Testing;

/// <summary>A request that a test server got.</summary>
/// <param name="Path">Path, decoded.</param>
/// <param name="From">First byte asked for; null without a range.</param>
/// <param name="Authorization">Header with credentials; empty without.</param>
public sealed record Served(string Path, long? From, string Authorization);
