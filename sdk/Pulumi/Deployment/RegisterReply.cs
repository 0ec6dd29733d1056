namespace Pulumi;

/// <summary>What registering a resource gave: its URN, its id once it has one, and its state as wire values.</summary>
internal sealed record RegisterReply(string Urn, string? Id, Dictionary<string, object?> State);
