using System.Collections.Immutable;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Capacity.Planning;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:assistant</c>.</summary>
internal static class AssistantReader
{
    internal static ImmutableArray<string> Keys { get; } =
        ["maxConcurrent", "subagents", "model", "fallbackModels", "image", "storageGiB", "storageClass", "memoryMiB", "telegram", "imessage", "controlPageOrigins", "metrics"];

    internal static ImmutableArray<string> TelegramKeys { get; } = ["enabled", "directMessages", "allowFrom", "groups"];

    internal static ImmutableArray<string> IMessageKeys { get; } = ["enabled", "host", "user", "hostKey", "allowFrom"];

    /// <summary>Says what an invented key stands for.</summary>
    internal static string? Explain(string key) => key switch
    {
        "maxConcurrentRequests" => "It is not a setting of OpenClaw either; conversations at once are 'maxConcurrent'.",
        "requestQueueSize" => "It is not a setting of OpenClaw either; its queue holds 20 messages per conversation.",
        "contextLength" or "contextWindow" => "The context comes from the pools: the smallest maxModelLen among those that serve the model.",
        _ => null,
    };

    internal static AssistantSettings Read(SettingsObject entry)
    {
        var mac = ReadMac(entry);
        return new AssistantSettings(entry.OptionalText("model"), new ClawdbotAssistantSpec
        {
            Models = [],
            Model = "",
            FallbackModels = entry.OptionalTexts("fallbackModels"),
            Budget = new AssistantBudget(
                entry.Integer("maxConcurrent", AssistantBudget.MaxConcurrentRange.Minimum),
                entry.Integer("subagents", AssistantBudget.SubagentsRange.Minimum)),
            Image = entry.OptionalText("image") ?? ClawdbotAssistantDefaults.Image,
            StorageGiB = entry.OptionalInteger("storageGiB") ?? ClawdbotAssistantDefaults.StorageGiBDefault,
            StorageClass = entry.OptionalText("storageClass"),
            MemoryMiB = entry.OptionalInteger("memoryMiB") ?? ClawdbotAssistantDefaults.MemoryMiBDefault,
            Telegram = ReadTelegram(entry),
            IMessageEnabled = mac.Enabled,
            IMessage = mac.Settings,
            ControlPageOrigins = entry.OptionalTexts("controlPageOrigins"),
            Metrics = entry.OptionalFlag("metrics") ?? false,
        });
    }

    private static TelegramSettings? ReadTelegram(SettingsObject entry)
    {
        if (!entry.Has("telegram"))
            return null;
        var telegram = entry.Object("telegram", TelegramKeys);
        var settings = new TelegramSettings
        {
            DirectMessages = telegram.OptionalText("directMessages") ?? new TelegramSettings().DirectMessages,
            AllowFrom = telegram.OptionalTexts("allowFrom"),
            Groups = telegram.OptionalTexts("groups"),
        };
        return telegram.OptionalFlag("enabled") ?? true ? settings : null;
    }

    private static (bool Enabled, IMessageSettings? Settings) ReadMac(SettingsObject entry)
    {
        if (!entry.Has("imessage"))
            return (false, null);
        var mac = entry.Object("imessage", IMessageKeys);
        var enabled = mac.OptionalFlag("enabled") ?? true;
        // One explanation of what a Mac needs says more than three missing keys.
        var settings = mac.Has("host") || mac.Has("user") || mac.Has("hostKey")
            ? new IMessageSettings(mac.OptionalText("host") ?? "", mac.OptionalText("user") ?? "", mac.OptionalText("hostKey") ?? "") { AllowFrom = mac.OptionalTexts("allowFrom") }
            : null;
        return (enabled, settings);
    }
}
