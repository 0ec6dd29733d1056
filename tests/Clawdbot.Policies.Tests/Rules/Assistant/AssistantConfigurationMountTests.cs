using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantConfigurationMountTests
{
    private const string Mounts = "spec.template.spec.containers[0].volumeMounts";

    private const string Remedy = "Mount the ConfigMap elsewhere, and let an init container copy the file into the state.";

    private static readonly AssistantConfigurationMount Rule = new();

    [Fact]
    public void Accepts_a_file_that_is_copied() => RuleCheck.Accepts(Rule, AssistantSamples.Deployment, AssistantSamples.Docker);

    [Theory]
    [InlineData("/home/node/.openclaw/openclaw.json")]
    [InlineData("/home/node/.openclaw")]
    public void Rejects_the_object_in_its_place(string path) => RuleCheck.Rejects(
        Rule,
        $"{Mounts}[0].mountPath of container 'openclaw' is '{path}'; allowed: a folder from which the file is copied. {Remedy}",
        AssistantSamples.Deployment.With(Mounts, $"[{{ name: config, mountPath: {path} }}]"));

    [Fact]
    public void Rejects_a_path_to_the_object() => RuleCheck.Rejects(
        Rule,
        $"{Mounts}[0].mountPath of container 'openclaw' is '/config'; allowed: a folder from which the file is copied. {Remedy}",
        AssistantSamples.Deployment
            .With(Mounts, "[{ name: config, mountPath: /config }]")
            .With("spec.template.spec.containers[0].env", "[{ name: OPENCLAW_CONFIG_PATH, value: /config/openclaw.json }]"));

    [Fact]
    public void Rejects_a_file_of_the_machine() => RuleCheck.Rejects(
        Rule,
        $"mounts[0].target is '/root/.clawdbot/clawdbot.json'; allowed: an upload, or the folder that the file is in. {Remedy}",
        AssistantSamples.Docker.With("mounts", "[{ type: bind, source: /srv/clawdbot.json, target: /root/.clawdbot/clawdbot.json }]"));
}
