namespace Clawdbot.Infra.Gateway;

/// <summary>Tokens that the gateway accepts, and the one that it hands out.</summary>
public sealed record JwtSpec
{
    /// <summary>Number of the key that signs now. Raising it by one makes a new key and keeps the one before it valid; see docs/gateway-settings.md.</summary>
    /// <value>1 to 1000000; 1 by default.</value>
    public int KeyVersion { get; init; } = 1;

    /// <summary>Whether the key before the current one is still accepted. False ends the overlap of a rotation.</summary>
    /// <value>True by default.</value>
    public bool KeepPreviousKey { get; init; } = true;

    /// <summary>Last day of the assistant's token, as <c>2027-06-30</c>; it ends with that day, in UTC. There is no clock in a program, so a person must choose.</summary>
    public required string AssistantTokenExpires { get; init; }

    /// <summary>Who signs for clients outside.</summary>
    /// <value>The stack itself by default.</value>
    public JwtKeySource Clients { get; init; } = new JwtKeySource.Own();

    /// <summary>Versions of the keys that are accepted, the signing one first.</summary>
    public IReadOnlyList<int> Versions => KeepPreviousKey && KeyVersion > 1 ? [KeyVersion, KeyVersion - 1] : [KeyVersion];
}
