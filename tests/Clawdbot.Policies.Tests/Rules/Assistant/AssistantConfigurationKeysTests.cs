using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantConfigurationKeysTests
{
    private const string Remedy = "Remove the key, and check the file with `openclaw config validate`.";

    private static readonly AssistantConfigurationKeys Rule = new();

    [Fact]
    public void Accepts_keys_that_exist() => RuleCheck.Accepts(Rule, AssistantSamples.Configuration, AssistantSamples.Docker);

    [Fact]
    public void Accepts_what_is_no_configuration_of_the_assistant() =>
        RuleCheck.Accepts(Rule, AssistantSamples.Configuration.Without("data[\"openclaw.json\"]").With("data[\"other.json\"]", "'{ \"gateway\": { \"host\": 1 } }'"));

    [Theory]
    [InlineData("gateway: {", "gateway: { maxConcurrentRequests: 32,", ".gateway.maxConcurrentRequests is 32; allowed: agents.defaults.maxConcurrent, for the whole process. ")]
    [InlineData("gateway: {", "gateway: { maxConcurrent: 32,", ".gateway.maxConcurrent is 32; allowed: agents.defaults.maxConcurrent, for the whole process. ")]
    [InlineData("gateway: {", "gateway: { requestQueueSize: 128,", ".gateway.requestQueueSize is 128; allowed: messages.queue.cap, for each conversation. ")]
    [InlineData("gateway: {", "gateway: { host: '0.0.0.0',", ".gateway.host is '0.0.0.0'; allowed: gateway.bind. ")]
    [InlineData("gateway: {", "gateway: { token: 'x',", ".gateway.token is 'x'; allowed: gateway.auth.token. ")]
    [InlineData(
        "timeoutSeconds: 600", "timeout: { request: 30 }",
        ".agents.defaults.timeout is an object; allowed: agents.defaults.timeoutSeconds for a turn, and models.providers.<name>.timeoutSeconds for a request to a model. ")]
    [InlineData("contextWindow:", "contextLength:", ".models.providers.vllm.models[0].contextLength is 32768; allowed: contextWindow. ")]
    [InlineData("maxTokens:", "maxOutputTokens:", ".models.providers.vllm.models[0].maxOutputTokens is 4096; allowed: maxTokens. ")]
    [InlineData(
        "maxTokens: 4096", "gpuProfile: { minVRAM: 24 }",
        ".models.providers.vllm.models[0].gpuProfile is an object; allowed: nothing: GPU memory, prefetch and warm-up belong to the model server. ")]
    public void Rejects_a_key_that_articles_invented(string text, string changed, string message) =>
        RuleCheck.Rejects(Rule, $"data[\"openclaw.json\"]#{message}{Remedy}", AssistantSamples.With(text, changed));

    [Fact]
    public void Rejects_a_misspelt_section() => RuleCheck.Rejects(
        Rule, $"data[\"openclaw.json\"]#.chanels is an object; allowed: a key of the schema, such as channels. {Remedy}", AssistantSamples.With("channels:", "chanels:"));

    [Fact]
    public void Rejects_a_key_that_resembles_none() => RuleCheck.Rejects(
        Rule, $"data[\"openclaw.json\"]#.gateway.frobnicate is 1; allowed: a key of the schema. {Remedy}", AssistantSamples.With("gateway: {", "gateway: { frobnicate: 1,"));

    [Fact]
    public void Rejects_it_in_an_upload_of_docker() => RuleCheck.Rejects(
        Rule, $"uploads[0].content#.gateway.host is 'a'; allowed: gateway.bind. {Remedy}", AssistantSamples.Docker.With("uploads[0].content", "\"{ gateway: { host: 'a' } }\""));

    [Fact]
    public void Rejects_it_in_a_secret_without_showing_anything() => RuleCheck.Rejects(
        Rule,
        $"data[\"openclaw.json\"]#.gateway[…] is a secret; allowed: gateway.auth.token. {Remedy}",
        Sample.Manifest("""
            apiVersion: v1
            kind: Secret
            metadata: { name: assistant }
            data: { openclaw.json: eyJnYXRld2F5Ijp7InRva2VuIjoieCJ9fQ== }
            """).WithSecret("data[\"openclaw.json\"]"));

    [Fact]
    public void Cannot_decide_a_file_that_it_cannot_read() => RuleCheck.CannotDecide(Rule, "data[\"openclaw.json\"] is no JSON5 object", AssistantSamples.Holding("{ gateway: {{ x }} }"));

    [Fact]
    public void Cannot_decide_a_file_that_is_not_known_yet() => RuleCheck.CannotDecide(
        Rule, "data[\"openclaw.json\"] is known only after the deployment", AssistantSamples.Configuration.WithUnknown("data[\"openclaw.json\"]"));
}
