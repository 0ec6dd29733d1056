using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;

namespace Clawdbot.Infra.Tests.Assistant;

/// <summary>Valid values to vary in tests.</summary>
internal static class Assistants
{
    public static ClawdbotAssistantSpec Spec { get; } = new()
    {
        Models = [new("qwen2.5:14b", 16384), new("qwen2.5:7b", 8192), new("qwen3:32b", 32768)],
        Model = "qwen3:32b",
        Budget = new AssistantBudget(4, 0),
    };

    public static IMessageSettings Mac { get; } = new("192.0.2.17", "clawd", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4")
    {
        AllowFrom = ["+15555550123"],
    };

    /// <summary>Everything that can be on, on.</summary>
    public static ClawdbotAssistantSpec Full { get; } = Spec with
    {
        FallbackModels = ["qwen2.5:14b"],
        Budget = new AssistantBudget(4, 3),
        Telegram = new TelegramSettings { AllowFrom = ["1234567"], Groups = ["-1001234567890"] },
        IMessageEnabled = true,
        IMessage = Mac,
        ControlPageOrigins = ["https://assistant.example"],
        Metrics = true,
    };

    public static ClawdbotAssistantArgs Args(ClawdbotAssistantSpec spec) => new()
    {
        Spec = spec,
        Namespace = "clawdbot",
        PriorityClassName = "clawdbot-critical",
        TelegramBotToken = Output.CreateSecret("123:hunter2"),
        MacPrivateKey = Output.CreateSecret("hunter3"),
    };

    public static Task<RecordingMocks> Deploy(ClawdbotAssistantSpec spec) => Run.Program(() => _ = new ClawdbotAssistant("assistant", Args(spec)));

    /// <summary>A file of the ConfigMap.</summary>
    public static async Task<string> File(ClawdbotAssistantSpec spec, string name) =>
        (string)(await Deploy(spec)).Only("kubernetes:core/v1:ConfigMap").Inputs["data"]![name]!;
}
