using System.Text.Json.Serialization;

namespace Clawdbot.Infra.Assistant.Configuration;

/// <summary>Section <c>channels</c>: the chat services.</summary>
/// <param name="Telegram">Null when off.</param>
/// <param name="IMessage">Null when off.</param>
internal sealed record ChannelsPart(ChannelsPart.TelegramPart? Telegram, [property: JsonPropertyName("imessage")] ChannelsPart.IMessagePart? IMessage)
{
    internal sealed record TelegramPart
    {
        public required bool Enabled { get; init; }

        public required string BotToken { get; init; }

        public required string DmPolicy { get; init; }

        public required IReadOnlyList<string>? AllowFrom { get; init; }

        public required string GroupPolicy { get; init; }

        public required SortedDictionary<string, Group>? Groups { get; init; }

        /// <summary>Whether chat commands may change this file.</summary>
        public required bool ConfigWrites { get; init; }
    }

    internal sealed record IMessagePart
    {
        public required bool Enabled { get; init; }

        public required string CliPath { get; init; }

        public required string RemoteHost { get; init; }

        public required string DmPolicy { get; init; }

        public required IReadOnlyList<string> AllowFrom { get; init; }

        public required string GroupPolicy { get; init; }

        public required bool IncludeAttachments { get; init; }

        public required bool ConfigWrites { get; init; }
    }

    internal sealed record Group(bool RequireMention);
}
