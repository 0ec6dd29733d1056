using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Assistant;

public sealed class ClawdbotAssistantRulesTests
{
    private const string Pinned = "allowed: <repository>:<release>, with or without @sha256:<64 hexadecimal digits>. OpenClaw removes settings between releases and then refuses to start, so a moving image breaks a running assistant. Change it.";
    private const string Small = "The assistant's own instructions fill about 8500 tokens before anybody has said a word; raise contextTokens in the goal of every pool that serves the model, or name another model. Change it.";

    [Fact]
    public void Accepts_the_least_and_everything()
    {
        Assert.Empty(Check(Assistants.Spec));
        Assert.Empty(Check(Assistants.Full));
    }

    [Theory]
    [InlineData("ghcr.io/openclaw/openclaw:2026.8.1-slim")]
    [InlineData("ghcr.io/openclaw/openclaw:2027.1.1")]
    public void Accepts_supported_releases(string image) => Assert.Empty(Check(Assistants.Spec with { Image = image }));

    [Theory]
    [InlineData("ghcr.io/openclaw/openclaw:latest", "CB2009: S.image is 'ghcr.io/openclaw/openclaw:latest'; " + Pinned)]
    [InlineData("ghcr.io/openclaw/openclaw", "CB2009: S.image is 'ghcr.io/openclaw/openclaw'; " + Pinned)]
    [InlineData("ghcr.io/openclaw/openclaw:extended-stable", "CB2500: S.image is 'ghcr.io/openclaw/openclaw:extended-stable'; allowed: a tag that starts with the release, such as 2026.9.6-slim; no beta. The settings that OpenClaw accepts depend on its release. Change it.")]
    [InlineData("ghcr.io/clawdbot/clawdbot:2026.1.24", "CB2501: S.image is 'ghcr.io/clawdbot/clawdbot:2026.1.24'; allowed: 2026.8.1 or newer. Releases before 2026.4.15 have published holes, among them remote code execution (CVE-2026-25253) and tokens that stay valid after rotation (GHSA-xmxx-7p24-h892). Change it.")]
    [InlineData("ghcr.io/openclaw/openclaw:2026.7.1-2-slim", "CB2502: S.image is 'ghcr.io/openclaw/openclaw:2026.7.1-2-slim'; allowed: 2026.8.1 or newer. Older releases lack the probe /startupz and know other settings. Change it.")]
    public void Rejects_an_image_that_moves_or_is_too_old(string image, string message) => Assert.Equal([message], Check(Assistants.Spec with { Image = image }));

    [Fact]
    public void Rejects_a_model_that_no_pool_serves() =>
        Assert.Equal(
            [
                "CB2503: S.model is 'qwen3:32'; allowed: a name that a pool serves: qwen2.5:14b, qwen2.5:7b, qwen3:32b. Did you mean 'qwen3:32b'? Change it.",
                "CB2503: S.fallbackModels[0] is 'gpt-5'; allowed: a name that a pool serves: qwen2.5:14b, qwen2.5:7b, qwen3:32b. Change it.",
            ],
            Check(Assistants.Spec with { Model = "qwen3:32", FallbackModels = ["gpt-5"] }));

    [Fact]
    public void Rejects_any_model_where_no_pool_serves() =>
        Assert.Equal(["CB2503: S.model is 'qwen3:32b'; allowed: a name that a pool serves; none does. Change it."], Check(Assistants.Spec with { Models = [] }));

    /// <summary>C9 item 7 and the guard of the program itself.</summary>
    [Fact]
    public void Rejects_a_model_whose_context_is_too_small() =>
        Assert.Equal(
            [$"CB2504: S.model is 'qwen2.5:7b' with a context of 8192 tokens in its smallest pool; allowed: a model with at least 16000 tokens: qwen2.5:14b, qwen3:32b. {Small}"],
            Check(Assistants.Spec with { Model = "qwen2.5:7b" }));

    [Fact]
    public void Rejects_a_stack_without_any_large_context() =>
        Assert.Equal(
            [$"CB2504: S.model is 'a' with a context of 8192 tokens in its smallest pool; allowed: a model with at least 16000 tokens; no pool has one. {Small}"],
            Check(Assistants.Spec with { Model = "a", Models = [new("a", 8192)] }));

    [Fact]
    public void Rejects_the_same_model_twice() =>
        Assert.Equal(
            [
                "CB2508: S.fallbackModels[0] is 'qwen3:32b' again; allowed: models that are neither model nor an earlier fallback. Asking the same model twice only takes longer. Change it.",
                "CB2508: S.fallbackModels[2] is 'qwen2.5:14b' again; allowed: models that are neither model nor an earlier fallback. Asking the same model twice only takes longer. Change it.",
            ],
            Check(Assistants.Spec with { FallbackModels = ["qwen3:32b", "qwen2.5:14b", "qwen2.5:14b"] }));

    [Fact]
    public void Rejects_sizes_outside_their_ranges() =>
        Assert.Equal(
            [
                "CB2002: S.maxConcurrent is 0; allowed: 1 to 1024. Change it.",
                "CB2002: S.subagents is 65; allowed: 0 to 64. Change it.",
                "CB2002: S.storageGiB is 0; allowed: 1 to 1024. Change it.",
                "CB2001: S.storageClass is 'Fast Disk'; allowed: the name of a StorageClass, or nothing for the cluster's default. Change it.",
                "CB2002: S.memoryMiB is 2047; allowed: 2048 to 65536. Change it.",
            ],
            Check(Assistants.Spec with { Budget = new AssistantBudget(0, 65), StorageGiB = 0, StorageClass = "Fast Disk", MemoryMiB = 2047 }));

    [Fact]
    public void Rejects_telegram_for_everybody_or_nobody() =>
        Assert.Equal(
            [
                "CB2505: S.telegram.directMessages is 'open'; allowed: pairing, allowlist. Change it.",
                "CB2505: S.telegram.allowFrom[0] is '*'; allowed: a numeric Telegram user id; names can change hands, and '*' would be everybody. Change it.",
                "CB2505: S.telegram.groups[0] is '*'; allowed: the numeric id of a group chat, which starts with '-'; '*' would be every group that adds the bot. Change it.",
            ],
            Check(Assistants.Spec with { Telegram = new TelegramSettings { DirectMessages = "open", AllowFrom = ["*"], Groups = ["*"] } }));

    [Fact]
    public void Rejects_an_allowlist_of_nobody() =>
        Assert.Equal(
            ["CB2505: S.telegram.allowFrom is empty; allowed: at least one numeric Telegram user id, because telegram.directMessages is 'allowlist'. Nobody could write to the assistant. Change it."],
            Check(Assistants.Spec with { Telegram = new TelegramSettings { DirectMessages = "allowlist" } }));

    /// <summary>A5.</summary>
    [Fact]
    public void Rejects_imessage_without_a_mac() =>
        Assert.Equal(
            [
                "CB2506: S.imessage is on without a Mac; allowed: host, user and hostKey of a Mac, or enabled: false. iMessage runs on macOS only: a Mac signed in to Messages, " +
                "with Full Disk Access for the program that reads chat.db (without it the channel is silent and blocks nothing visibly) and Automation permission to send. " +
                "A Linux container reaches it through ssh: give host, user and hostKey of the Mac, and the private key as a secret. Change it.",
            ],
            Check(Assistants.Spec with { IMessageEnabled = true }));

    /// <summary>A5.</summary>
    [Fact]
    public void Rejects_a_way_to_the_mac_that_ssh_or_the_network_policy_would_not_take() =>
        Assert.Equal(
            [
                "CB2507: S.imessage.host is 'mac.local'; allowed: the IP address of the Mac. The network policy that opens the way to it knows addresses only. Change it.",
                "CB2507: S.imessage.user is '-oProxyCommand=sh'; allowed: a user name of the Mac: letters, digits, '.', '_' and '-', not starting with '-' or '.'. Change it.",
                "CB2507: S.imessage.hostKey is not a public key; allowed: one line 'ssh-ed25519 <base64>', as printed by `ssh-keyscan -t ed25519 <host>` after the host; compare its fingerprint on the Mac itself. Change it.",
                "CB2505: S.imessage.allowFrom[0] is '*'; allowed: a phone number such as +15555550123, or an e-mail address. Change it.",
            ],
            Check(Assistants.Spec with { IMessageEnabled = true, IMessage = new IMessageSettings("mac.local", "-oProxyCommand=sh", "ssh-ed25519 AAAA\n* evil") { AllowFrom = ["*"] } }));

    [Theory]
    [InlineData("http://assistant.example")]
    [InlineData("https://assistant.example/")]
    [InlineData("*")]
    public void Rejects_an_origin_that_a_browser_does_not_send(string origin) =>
        Assert.Equal(
            [$"CB2509: S.controlPageOrigins[0] is '{origin}'; allowed: https://<host>[:<port>], or http://localhost:<port> for kubectl port-forward, without a path. Change it."],
            Check(Assistants.Spec with { ControlPageOrigins = [origin] }));

    [Fact]
    public void Rejects_channels_without_their_secrets() =>
        Assert.Equal(
            [
                "CB2012: S.namespace is missing; allowed: the namespace of the gateway. Change it.",
                "CB2012: S.telegramBotToken is missing; allowed: a secret, because telegram is on. Change it.",
                "CB2012: S.macPrivateKey is missing; allowed: a secret, because imessage is on. Change it.",
            ],
            ClawdbotAssistantRules.Check(new ClawdbotAssistantArgs { Spec = Assistants.Full, Namespace = null! }, "S", "Change it.").Lines());

    [Fact]
    public void Rejects_a_missing_specification() =>
        Assert.Equal(
            ["CB2012: S.spec is missing; allowed: what to run. Change it."],
            ClawdbotAssistantRules.Check(new ClawdbotAssistantArgs { Spec = null!, Namespace = "clawdbot" }, "S", "Change it.").Lines());

    private static string[] Check(ClawdbotAssistantSpec spec) => ClawdbotAssistantRules.CheckSpec(spec, "S", "Change it.").Lines();
}
