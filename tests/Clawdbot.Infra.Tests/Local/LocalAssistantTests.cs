using System.Text.Json.Nodes;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Local;
using Clawdbot.Infra.Tests.Assistant;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Local;

/// <summary>B11.</summary>
public sealed class LocalAssistantTests
{
    private static ClawdbotAssistantSpec Spec { get; } = Assistants.Spec with { Telegram = new TelegramSettings() };

    [Fact]
    public async Task The_configuration_is_the_one_of_the_cluster_with_the_local_address()
    {
        var mocks = await Deploy(Args(Spec, "http://qwen3-32b:8000/v1"));
        var expected = (await Assistants.File(Spec, "openclaw.json")).Replace("https://gateway.clawdbot.svc/v1", "http://qwen3-32b:8000/v1", StringComparison.Ordinal);
        var file = Upload(mocks, "/home/node/.openclaw/openclaw.json");
        Assert.Equal(expected, (string?)file["content"]);
        Assert.Equal("0444", (string?)file["permissions"]);
    }

    [Fact]
    public async Task The_container_has_no_privileges_and_is_seen_by_this_machine_only()
    {
        var container = (await Deploy(Args(Spec))).Only("docker:index/container:Container").Inputs;
        Assert.Equal("1000:1000", (string?)container["user"]);
        Assert.Equal("""{"drops":["ALL"]}""", container["capabilities"]!.ToJsonString());
        Assert.Equal("""["no-new-privileges:true"]""", container["securityOpts"]!.ToJsonString());
        Assert.Equal("""[{"external":18789,"internal":18789,"ip":"127.0.0.1","protocol":"tcp"}]""", container["ports"]!.ToJsonString());
        Assert.Equal("""[{"aliases":["assistant"],"name":"clawdbot"}]""", container["networksAdvanced"]!.ToJsonString());
        // The provider unpacks uploads at "/", which Docker refuses where the root is read-only.
        Assert.Null(container["readOnly"]);
        Assert.Null(container["command"]);
        Assert.Null(container["entrypoints"]);
    }

    [Fact]
    public async Task State_survives_the_container_and_stopping_gives_time()
    {
        var mocks = await Deploy(Args(Spec));
        var container = mocks.Only("docker:index/container:Container").Inputs;
        Assert.Equal(
            """[{"containerPath":"/home/node/.openclaw","volumeName":"clawdbot-assistant-state"},{"containerPath":"/home/node/.config/openclaw","volumeName":"clawdbot-assistant-keys"}]""",
            container["volumes"]!.ToJsonString());
        Assert.Equal((345d, 3072d), ((double)container["destroyGraceSeconds"]!, (double)container["memory"]!));
        Assert.Equal("""["CMD","node","/opt/clawdbot/assistant/probe.mjs","/startupz","started"]""", container["healthcheck"]!["tests"]!.ToJsonString());
        Assert.NotNull(Upload(mocks, "/opt/clawdbot/assistant/probe.mjs"));
    }

    [Fact]
    public async Task Tokens_are_secret_and_in_the_environment_only()
    {
        Output<System.Collections.Immutable.ImmutableArray<string>>? environment = null;
        LocalAssistant? assistant = null;
        var mocks = await Run.Program(() => assistant = new LocalAssistant("assistant", Args(Spec), new ComponentResourceOptions
        {
            ResourceTransformations =
            {
                resource =>
                {
                    if (resource.Args is Pulumi.Docker.ContainerArgs args)
                        environment = args.Envs.ToOutput();
                    return null;
                },
            },
        }));
        Assert.True(await Output.IsSecretAsync(environment!));
        Assert.True(await Output.IsSecretAsync(assistant!.AccessToken));
        var variables = await OutputUtilities.GetValueAsync(environment!);
        Assert.Contains("VLLM_API_KEY=hunter1", variables);
        Assert.Contains("TELEGRAM_BOT_TOKEN=hunter2", variables);
        Assert.All(mocks.Resources.Where(resource => resource.Type != "docker:index/container:Container"), resource => Assert.DoesNotContain("hunter", resource.Inputs.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_authority_is_trusted_only_where_one_is_given()
    {
        var without = await Deploy(Args(Spec));
        Assert.DoesNotContain(Environment(without), variable => variable.StartsWith("NODE_EXTRA_CA_CERTS", StringComparison.Ordinal));
        var with = await Deploy(Args(Spec, authority: "/srv/tls/ca.crt"));
        Assert.Contains("NODE_EXTRA_CA_CERTS=/etc/clawdbot/gateway/ca.crt", Environment(with));
        Assert.Equal("""[{"readOnly":true,"source":"/srv/tls/ca.crt","target":"/etc/clawdbot/gateway/ca.crt","type":"bind"}]""", with.Only("docker:index/container:Container").Inputs["mounts"]!.ToJsonString());
    }

    [Fact]
    public void Rejects_what_one_machine_cannot_do_together_with_every_other_mistake()
    {
        var args = new LocalAssistantArgs
        {
            Spec = Spec with { Model = "qwen2.5:7b", IMessageEnabled = true, IMessage = Assistants.Mac },
            NetworkName = null!,
            ModelToken = null!,
            ModelsUrl = "https://gateway:8443",
            BindAddress = "localhost",
        };
        Assert.Equal(
            [
                "CB2504: S.model is 'qwen2.5:7b' with a context of 8192 tokens in its smallest pool; allowed: a model with at least 16000 tokens: qwen2.5:14b, qwen3:32b. The assistant's own instructions fill about 8500 tokens before anybody has said a word; raise contextTokens in the goal of every pool that serves the model, or name another model. Change it.",
                "CB2001: S.bindAddress is 'localhost'; allowed: an IP address of the machine, such as 127.0.0.1. Change it.",
                "CB2010: S.modelsUrl is 'https://gateway:8443'; allowed: an http or https address that ends in /v1, without user name. Change it.",
                "CB2012: S.networkName is missing; allowed: the network of the system. Change it.",
                "CB2012: S.modelToken is missing; allowed: a secret. Change it.",
                "CB2012: S.telegramBotToken is missing; allowed: a secret, because telegram is on. Change it.",
                "CB2013: S.imessage is on; allowed: off with Docker; on the Mac itself OpenClaw runs without a container. The private key for ssh would lie readable in the container. Change it.",
            ],
            LocalAssistantRules.Check(args, "S", "Change it.").Lines());
    }

    [Fact]
    public void Accepts_valid_arguments() => Assert.Empty(LocalAssistantRules.Check(Args(Spec), "S", "Change it."));

    private static LocalAssistantArgs Args(ClawdbotAssistantSpec spec, string modelsUrl = "https://gateway:8443/v1", string? authority = null) => new()
    {
        Spec = spec,
        NetworkName = "clawdbot",
        ModelsUrl = modelsUrl,
        ModelToken = Output.CreateSecret("hunter1"),
        TelegramBotToken = Output.CreateSecret("hunter2"),
        AuthorityFile = authority,
    };

    private static Task<RecordingMocks> Deploy(LocalAssistantArgs args) => Run.Program(() => _ = new LocalAssistant("assistant", args));

    private static JsonNode Upload(RecordingMocks mocks, string path) =>
        Assert.Single(mocks.Only("docker:index/container:Container").Inputs["uploads"]!.AsArray(), upload => (string?)upload!["file"] == path)!;

    private static IEnumerable<string> Environment(RecordingMocks mocks) =>
        mocks.Only("docker:index/container:Container").Inputs["envs"]!.AsArray().Select(variable => (string)variable!);
}
