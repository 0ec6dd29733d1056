using Clawdbot.Infra.Assistant;

namespace Clawdbot.Infra.Tests.Assistant;

public sealed class ClawdbotAssistantAdviceTests
{
    [Fact]
    public void Says_what_is_worth_a_second_look() =>
        Assert.Equal(
            [
                "Assistant: its settings were checked with release 2026.9.6, the image is 2026.10.1; run `openclaw config validate` in the new image first, because it refuses to start on a setting that it no longer knows.",
                "Assistant: qwen2.5:14b has a context of 16384 tokens; conversations are shortened early below 32000.",
                "Assistant: it is not told of qwen2.5:7b, because a context of 8192 tokens is below 16000.",
                "Assistant: no chat channel is on; it can be reached through its own port only.",
            ],
            ClawdbotAssistantAdvice.For(Assistants.Spec with { Image = "ghcr.io/openclaw/openclaw:2026.10.1", Model = "qwen2.5:14b" }));

    [Fact]
    public void Names_the_plugins_that_are_installed_by_hand() =>
        Assert.Equal(
            [
                "Assistant: it is not told of qwen2.5:7b, because a context of 8192 tokens is below 16000.",
                "Assistant: the iMessage plugin is not part of the image; install it once, docs/runbooks/assistant.md says how.",
                "Assistant: the plugin diagnostics-prometheus is not part of the image; install it once, docs/runbooks/assistant.md says how.",
            ],
            ClawdbotAssistantAdvice.For(Assistants.Full));

    [Fact]
    public void Is_silent_where_all_is_well() =>
        Assert.Empty(ClawdbotAssistantAdvice.For(Assistants.Spec with { Models = [new("qwen3:32b", 32768)], Telegram = new TelegramSettings() }));
}
