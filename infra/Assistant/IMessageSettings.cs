using System.Collections.Immutable;

namespace Clawdbot.Infra.Assistant;

/// <summary>
/// The iMessage channel, which needs a Mac: the assistant calls <c>imsg</c> there through ssh. The private key is a secret of its own.
/// </summary>
/// <param name="Host">IP address of the Mac. Not a name: the network policy that opens the way knows addresses only.</param>
/// <param name="User">User of the Mac that is signed in to Messages.</param>
/// <param name="HostKey">Public host key of the Mac as in <c>known_hosts</c> without the name: <c>ssh-ed25519 AAAA…</c>.</param>
public sealed record IMessageSettings(string Host, string User, string HostKey)
{
    /// <summary>Phone numbers and addresses that may write; nobody else is answered.</summary>
    public ImmutableArray<string> AllowFrom { get; init; } = [];
}
