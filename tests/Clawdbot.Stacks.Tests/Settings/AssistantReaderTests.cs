using System.Text.Json;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class AssistantReaderTests
{
    [Fact]
    public void Two_keys_are_enough()
    {
        var settings = Read("""{"maxConcurrent":4,"subagents":2}""");
        var spec = settings.For([new AssistantModel("qwen3:32b", 32768)]);
        Assert.Equal(new AssistantBudget(4, 2), spec.Budget);
        Assert.Equal(("qwen3:32b", ClawdbotAssistantDefaults.Image, 10, 3072), (spec.Model, spec.Image, spec.StorageGiB, spec.MemoryMiB));
        Assert.Null(spec.Telegram);
        Assert.False(spec.IMessageEnabled || spec.Metrics);
        Assert.Empty(ClawdbotAssistantRules.CheckSpec(spec, "S", "Change it."));
    }

    [Fact]
    public void Reads_every_key()
    {
        var settings = Read(
            """
            {"maxConcurrent":4,"subagents":0,"model":"a","fallbackModels":["b"],"image":"registry.local/openclaw:2026.9.6-ours","storageGiB":20,"storageClass":"fast","memoryMiB":4096,
             "telegram":{"enabled":true,"directMessages":"allowlist","allowFrom":["12"],"groups":["-34"]},
             "imessage":{"enabled":true,"host":"192.0.2.17","user":"clawd","hostKey":"ssh-ed25519 AAAA","allowFrom":["+15555550123"]},
             "controlPageOrigins":["https://assistant.example"],"metrics":true}
            """);
        var spec = settings.For([new("a", 32768), new("b", 16384)]);
        Assert.Equal(("a", "registry.local/openclaw:2026.9.6-ours", 20, "fast", 4096), (spec.Model, spec.Image, spec.StorageGiB, spec.StorageClass, spec.MemoryMiB));
        Assert.Equal(["b"], spec.FallbackModels.AsEnumerable());
        Assert.Equal(("allowlist", "12", "-34"), (spec.Telegram!.DirectMessages, Assert.Single(spec.Telegram.AllowFrom), Assert.Single(spec.Telegram.Groups)));
        Assert.Equal(("192.0.2.17", "clawd", "ssh-ed25519 AAAA", "+15555550123"), (spec.IMessage!.Host, spec.IMessage.User, spec.IMessage.HostKey, Assert.Single(spec.IMessage.AllowFrom)));
        Assert.Equal(["https://assistant.example"], spec.ControlPageOrigins.AsEnumerable());
        Assert.True(spec.IMessageEnabled && spec.Metrics);
    }

    [Fact]
    public void A_channel_can_be_turned_off_and_keep_its_settings()
    {
        var spec = Read("""{"maxConcurrent":4,"subagents":0,"telegram":{"enabled":false,"allowFrom":["12"]},"imessage":{"enabled":false}}""").Spec;
        Assert.Null(spec.Telegram);
        Assert.False(spec.IMessageEnabled);
    }

    /// <summary>A5: the explanation comes from the rule, so the reader must not stop at missing keys.</summary>
    [Fact]
    public void Imessage_without_a_mac_reaches_the_rule_that_explains_it()
    {
        var spec = Read("""{"maxConcurrent":4,"subagents":0,"imessage":{}}""").For([new("a", 32768)]);
        Assert.Equal([AssistantDiagnosticIds.IMessageNeedsMac], ClawdbotAssistantRules.CheckSpec(spec, "S", "Change it.").Select(error => error.Id));
    }

    /// <summary>Which of several models answers is for a person to say.</summary>
    [Fact]
    public void With_several_models_the_choice_is_required()
    {
        var spec = Read("""{"maxConcurrent":4,"subagents":0}""").For([new("a", 32768), new("b", 32768)]);
        Assert.Equal(
            ["CB2503: clawdbot:assistant.model is missing; allowed: a name that a pool serves: a, b. Set it."],
            ClawdbotAssistantRules.CheckSpec(spec, "clawdbot:assistant", "Set it.").Select(error => error.ToString()));
    }

    [Fact]
    public void Rejects_unknown_missing_and_wrong_keys_together()
    {
        List<Diagnostic> errors = [];
        Read("""{"maxConcurrent":"4","maxConcurrentRequests":10,"telegram":{"token":"x"},"imessage":[]}""", errors);
        Assert.Equal(
            [
                $"CB1001: clawdbot:assistant.maxConcurrentRequests is not a setting; allowed: {string.Join(", ", AssistantReader.Keys)}. It is not a setting of OpenClaw either; conversations at once are 'maxConcurrent'. Correct it in stacks/Pulumi.test.yaml.",
                "CB1003: clawdbot:assistant.imessage is a list of 0; allowed: an object with the keys enabled, host, user, hostKey, allowFrom. Set it in stacks/Pulumi.test.yaml.",
                "CB1003: clawdbot:assistant.maxConcurrent is the text '4'; allowed: a whole number. Set it in stacks/Pulumi.test.yaml.",
                "CB1002: clawdbot:assistant.subagents is missing; allowed: a whole number. Set it in stacks/Pulumi.test.yaml.",
                "CB1001: clawdbot:assistant.telegram.token is not a setting; allowed: enabled, directMessages, allowFrom, groups. Correct it in stacks/Pulumi.test.yaml.",
            ],
            errors.Select(error => error.ToString()));
    }

    private static AssistantSettings Read(string json, List<Diagnostic>? errors = null)
    {
        using var document = JsonDocument.Parse(json);
        List<Diagnostic> found = [];
        var settings = AssistantReader.Read(new SettingsObject("clawdbot:assistant", document.RootElement, AssistantReader.Keys, "stacks/Pulumi.test.yaml", found, AssistantReader.Explain));
        if (errors is null)
            Assert.Empty(found);
        errors?.AddRange(found);
        return settings;
    }
}
