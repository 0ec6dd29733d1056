using Defaults = Clawdbot.Infra.Assistant.ClawdbotAssistantDefaults;

namespace Clawdbot.Infra.Assistant.Configuration;

/// <summary>Writes the configuration of OpenClaw for a specification. Secrets are named by environment variable, never written.</summary>
internal static class OpenClawConfiguration
{
    /// <summary>Environment variable with the token of the assistant's own port.</summary>
    internal const string OwnTokenVariable = "OPENCLAW_GATEWAY_TOKEN";

    /// <summary>Environment variable with the token for the models.</summary>
    internal const string ModelTokenVariable = "VLLM_API_KEY";

    /// <summary>Environment variable with the token of the Telegram bot.</summary>
    internal const string TelegramTokenVariable = "TELEGRAM_BOT_TOKEN";

    /// <summary>The content of <c>openclaw.json</c>.</summary>
    /// <param name="spec">A specification that passed <see cref="ClawdbotAssistantRules"/>.</param>
    /// <param name="baseUrl">Where the models are reached, ending in <c>/v1</c>.</param>
    internal static string Render(ClawdbotAssistantSpec spec, string baseUrl = Defaults.GatewayUrl) => new OpenClawDocument
    {
        Gateway = new GatewayPart
        {
            Mode = "local",
            Bind = "lan",
            Port = Defaults.Port,
            Auth = new("token", Variable(OwnTokenVariable)),
            ControlUi = new(!spec.ControlPageOrigins.IsEmpty, spec.ControlPageOrigins.IsEmpty ? null : spec.ControlPageOrigins),
            Terminal = new(false),
            // The file changes only while the program is stopped.
            Reload = new("off"),
        },
        Models = new("replace", new(false), new(StringComparer.Ordinal) { [Defaults.Provider] = Provider(spec, baseUrl) }),
        Agents = new(new()
        {
            Model = new(Reference(spec.Model), [.. spec.FallbackModels.Select(Reference)]),
            MaxConcurrent = spec.Budget.MaxConcurrent,
            Subagents = spec.Budget.Subagents == 0 ? null : new(spec.Budget.Subagents),
            TimeoutSeconds = Defaults.TurnTimeoutSeconds,
            Compaction = new("safeguard"),
            // Each heartbeat is a whole turn on the GPUs, every half hour by default.
            Heartbeat = new("0m"),
        }),
        Channels = new(Telegram(spec.Telegram), spec.IMessageEnabled ? Message(spec.IMessage!) : null),
        Session = new("per-channel-peer"),
        Tools = Tools(spec),
        // What a person sends while the assistant works becomes one next request instead of many.
        Messages = new(new("collect", Defaults.QueueCap, "summarize")),
        Plugins = Plugins(spec),
        Logging = new("info", "info", "json"),
        Diagnostics = new(true),
        Discovery = new(new("off")),
        Update = new(false),
    }.ToJson();

    private static ModelsPart.Provider Provider(ClawdbotAssistantSpec spec, string baseUrl) => new()
    {
        BaseUrl = baseUrl,
        ApiKey = Variable(ModelTokenVariable),
        Api = "openai-completions",
        TimeoutSeconds = Defaults.ProviderTimeoutSeconds,
        Models =
        [
            .. spec.OfferedModels.Select(model => new ModelsPart.Model
            {
                Id = model.Name,
                Name = model.Name,
                Reasoning = false,
                Input = ["text"],
                // Own GPUs: there is no price per token to add up.
                Cost = new(0, 0, 0, 0),
                ContextWindow = model.ContextWindow,
                ContextTokens = model.PromptTokens,
                MaxTokens = model.MaxTokens,
            }),
        ],
    };

    private static ChannelsPart.TelegramPart? Telegram(TelegramSettings? telegram) => telegram is null ? null : new()
    {
        Enabled = true,
        BotToken = Variable(TelegramTokenVariable),
        DmPolicy = telegram.DirectMessages,
        AllowFrom = telegram.AllowFrom.IsEmpty ? null : telegram.AllowFrom,
        GroupPolicy = telegram.Groups.IsEmpty ? "disabled" : "allowlist",
        Groups = telegram.Groups.IsEmpty
            ? null
            : new(telegram.Groups.ToDictionary(group => group, _ => new ChannelsPart.Group(RequireMention: true)), StringComparer.Ordinal),
        ConfigWrites = false,
    };

    private static ChannelsPart.IMessagePart Message(IMessageSettings mac) => new()
    {
        Enabled = true,
        CliPath = $"{Defaults.ScriptPath}/{AssistantScripts.MacCommand}",
        RemoteHost = $"{mac.User}@{mac.Host}",
        DmPolicy = "allowlist",
        AllowFrom = mac.AllowFrom,
        GroupPolicy = "disabled",
        // Attachments would be copied by scp, a second way to the Mac.
        IncludeAttachments = false,
        ConfigWrites = false,
    };

    private static ToolsPart Tools(ClawdbotAssistantSpec spec)
    {
        var subagents = spec.Budget.Subagents > 0;
        return new ToolsPart
        {
            Profile = "messaging",
            AlsoAllow = subagents ? [Defaults.SubagentTool] : null,
            Deny = subagents ? Defaults.DeniedTools : [.. Defaults.DeniedTools, Defaults.SubagentTool],
            Fs = new(true),
            Exec = new("deny", "always"),
            Elevated = new(false),
            Sessions = new("agent"),
            AgentToAgent = new(false),
        };
    }

    private static OpenClawDocument.PluginsPart Plugins(ClawdbotAssistantSpec spec)
    {
        List<string> allowed = [Defaults.Provider];
        if (spec.Telegram is not null)
            allowed.Add("telegram");
        if (spec.IMessageEnabled)
            allowed.Add("imessage");
        if (!spec.Metrics)
            return new(allowed, null);
        allowed.Add(Defaults.MetricsPlugin);
        return new(allowed, new(StringComparer.Ordinal) { [Defaults.MetricsPlugin] = new(true) });
    }

    private static string Reference(string model) => $"{Defaults.Provider}/{model}";

    private static string Variable(string name) => $"${{{name}}}";
}
