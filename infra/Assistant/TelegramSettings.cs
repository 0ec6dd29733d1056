using System.Collections.Immutable;

namespace Clawdbot.Infra.Assistant;

/// <summary>The Telegram channel: who may talk to the assistant there. The bot's token is a secret of its own.</summary>
public sealed record TelegramSettings
{
    /// <summary>Who may write directly: <c>pairing</c> (a stranger gets a code that an operator approves) or <c>allowlist</c>.</summary>
    public string DirectMessages { get; init; } = "pairing";

    /// <summary>Numeric ids of the Telegram users who may write directly; needed by <c>allowlist</c>.</summary>
    public ImmutableArray<string> AllowFrom { get; init; } = [];

    /// <summary>Numeric ids of the group chats in which the assistant answers, and only when it is mentioned; empty: in none.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];
}
