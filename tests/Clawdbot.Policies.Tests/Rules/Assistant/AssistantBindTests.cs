using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantBindTests
{
    private const string Remedy = "Set gateway.mode to local and gateway.bind to lan, with authentication on.";

    private static readonly AssistantBind Rule = new();

    private static readonly Sample Service = Sample.Manifest("""
        apiVersion: v1
        kind: Service
        metadata: { name: assistant, namespace: chat }
        spec:
          selector: { app: assistant }
          ports: [{ port: 80, targetPort: http }]
        """);

    private static readonly Sample WithoutProbe = AssistantSamples.Deployment.Without("spec.template.spec.containers[0].readinessProbe");

    [Fact]
    public void Accepts_a_server_that_listens_where_it_is_asked() => RuleCheck.Accepts(Rule, AssistantSamples.Configuration, AssistantSamples.Deployment, Service, AssistantSamples.Docker);

    [Fact]
    public void Accepts_loopback_that_nobody_asks_from_outside() => RuleCheck.Accepts(Rule, AssistantSamples.With("bind: 'lan'", "bind: 'loopback'"), WithoutProbe);

    [Fact]
    public void Accepts_loopback_behind_a_proxy_in_the_pod() => RuleCheck.Accepts(
        Rule,
        AssistantSamples.With("bind: 'lan'", "bind: 'loopback'"),
        WithoutProbe.With("spec.template.spec.initContainers", "[{ name: proxy, image: nginx, restartPolicy: Always, ports: [{ name: web, containerPort: 8080 }] }]"),
        Service.With("spec.ports", "[{ port: 80, targetPort: web }]"));

    [Fact]
    public void Rejects_an_address() => RuleCheck.Rejects(
        Rule, $"data[\"openclaw.json\"]#.gateway.bind is '0.0.0.0'; allowed: lan, loopback, tailnet, auto or custom. {Remedy}", AssistantSamples.With("bind: 'lan'", "bind: '0.0.0.0'"));

    [Fact]
    public void Rejects_a_custom_address_that_is_not_there() => RuleCheck.Rejects(
        Rule, $"data[\"openclaw.json\"]#.gateway.customBindHost is not set; allowed: the address to listen at. {Remedy}", AssistantSamples.With("bind: 'lan'", "bind: 'custom'"));

    [Fact]
    public void Rejects_another_mode() => RuleCheck.Rejects(
        Rule, $"data[\"openclaw.json\"]#.gateway.mode is 'remote'; allowed: local. {Remedy}", AssistantSamples.With("mode: 'local'", "mode: 'remote'"));

    [Fact]
    public void Rejects_a_server_without_mode() => RuleCheck.Rejects(
        Rule, $"data[\"openclaw.json\"]#.gateway.mode is not set; allowed: local. {Remedy}", AssistantSamples.With("mode: 'local',", ""), AssistantSamples.Deployment);

    [Theory]
    [InlineData("command", "[node, openclaw.mjs, gateway, --allow-unconfigured]")]
    [InlineData("image", "ghcr.io/openclaw/openclaw:2026.4.15")]
    public void Accepts_a_server_that_starts_without(string key, string value) =>
        RuleCheck.Accepts(Rule, AssistantSamples.With("mode: 'local',", ""), AssistantSamples.Deployment.With($"spec.template.spec.containers[0].{key}", value));

    [Fact]
    public void Rejects_loopback_under_a_probe() => RuleCheck.Rejects(
        Rule,
        $"data[\"openclaw.json\"]#.gateway.bind is 'loopback'; allowed: lan. The kubelet asks from outside, in spec.template.spec.containers[0].readinessProbe of container 'openclaw'. {Remedy}",
        AssistantSamples.With("bind: 'lan'", "bind: 'loopback'"), AssistantSamples.Deployment);

    [Fact]
    public void Rejects_loopback_behind_a_service() => RuleCheck.Rejects(
        Rule,
        $"data[\"openclaw.json\"]#.gateway.bind is 'loopback'; allowed: lan. Service/chat/assistant leads to it. {Remedy}",
        AssistantSamples.With("bind: 'lan'", "bind: 'loopback'"), WithoutProbe, Service);

    [Fact]
    public void Rejects_loopback_on_the_command_line() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].args is [gateway, --bind, loopback]; allowed: lan. Service/chat/assistant leads to it. {Remedy}",
        AssistantSamples.Configuration, WithoutProbe.With("spec.template.spec.containers[0].args", "[gateway, --bind, loopback]"), Service);
}
