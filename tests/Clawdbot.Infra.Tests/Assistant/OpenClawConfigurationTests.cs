using System.Text.Json;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Assistant;

/// <summary>The file openclaw.json. OpenClaw refuses to start on a key that it does not know, so every key is held to the schema's list.</summary>
public sealed class OpenClawConfigurationTests
{
    /// <summary>Objects whose keys are names that a user chooses.</summary>
    private static readonly string[] Maps = ["models.providers", "plugins.entries", "channels.telegram.groups"];

    private static string[] Lines(string file) =>
        [.. Repository.Read("tests", "Clawdbot.Infra.Tests", "Assistant", "Data", file).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    [Fact]
    public async Task Every_key_exists_in_the_pinned_release() =>
        Assert.Empty(Paths(await Document(Assistants.Full)).Except(Lines("openclaw-keys.txt")));

    [Fact]
    public async Task No_key_is_one_of_those_that_articles_invent_or_that_were_removed()
    {
        var invented = Lines("invented-keys.txt");
        Assert.Empty(invented.Intersect(Lines("openclaw-keys.txt")));
        Assert.Empty(Paths(await Document(Assistants.Full)).Intersect(invented));
    }

    [Theory]
    [InlineData("openclaw-full.json")]
    [InlineData("openclaw-least.json")]
    public async Task The_file_is_the_approved_one(string approved)
    {
        var spec = approved == "openclaw-full.json" ? Assistants.Full : Assistants.Spec;
        Assert.Equal(Repository.Read("tests", "Clawdbot.Infra.Tests", "Assistant", "Data", approved), await Assistants.File(spec, "openclaw.json"));
    }

    /// <summary>C9 item 7: declared context = real context; and the chain of timeouts ends here.</summary>
    [Fact]
    public async Task The_models_are_those_of_the_gateway_with_their_real_context()
    {
        var provider = (await Document(Assistants.Full)).GetProperty("models").GetProperty("providers").GetProperty("vllm");
        Assert.Equal("https://gateway.clawdbot.svc/v1", provider.GetProperty("baseUrl").GetString());
        Assert.Equal(75, provider.GetProperty("timeoutSeconds").GetInt32());
        Assert.Equal(
            [("qwen2.5:14b", 16384), ("qwen3:32b", 32768)],
            provider.GetProperty("models").EnumerateArray().Select(model => (model.GetProperty("id").GetString()!, model.GetProperty("contextWindow").GetInt32())));
    }

    /// <summary>A3.</summary>
    [Theory]
    [InlineData(3, """{"maxConcurrent":3}""", """["sessions_spawn"]""", false)]
    [InlineData(0, null, null, true)]
    public async Task The_budget_decides_about_subagents(int subagents, string? section, string? allowed, bool denied)
    {
        var document = await Document(Assistants.Spec with { Budget = new AssistantBudget(4, subagents) });
        var defaults = document.GetProperty("agents").GetProperty("defaults");
        Assert.Equal(4, defaults.GetProperty("maxConcurrent").GetInt32());
        Assert.Equal(section, Compact(defaults, "subagents"));
        Assert.Equal(allowed, Compact(document.GetProperty("tools"), "alsoAllow"));
        Assert.Equal(denied, document.GetProperty("tools").GetProperty("deny").EnumerateArray().Any(tool => tool.GetString() == "sessions_spawn"));
    }

    [Fact]
    public async Task Groups_are_off_unless_named_and_answer_only_when_mentioned()
    {
        var closed = (await Document(Assistants.Spec with { Telegram = new TelegramSettings() })).GetProperty("channels").GetProperty("telegram");
        Assert.Equal(("pairing", "disabled"), (closed.GetProperty("dmPolicy").GetString(), closed.GetProperty("groupPolicy").GetString()));
        var open = (await Document(Assistants.Full)).GetProperty("channels").GetProperty("telegram");
        Assert.Equal("""{"-1001234567890":{"requireMention":true}}""", Compact(open, "groups"));
    }

    private static string? Compact(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var value) ? JsonSerializer.Serialize(value) : null;

    private static async Task<JsonElement> Document(ClawdbotAssistantSpec spec)
    {
        using var document = JsonDocument.Parse(await Assistants.File(spec, "openclaw.json"));
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Paths(JsonElement value, string path = "")
    {
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().SelectMany(item => Paths(item, $"{path}[]"));
        if (value.ValueKind != JsonValueKind.Object)
            return [];
        return value.EnumerateObject().SelectMany(member =>
        {
            var key = Maps.Contains(path) ? "*" : member.Name;
            var child = path.Length == 0 ? key : $"{path}.{key}";
            return Paths(member.Value, child).Prepend(child);
        });
    }
}
