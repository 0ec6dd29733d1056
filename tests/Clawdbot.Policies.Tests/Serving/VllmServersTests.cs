using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Serving;

public sealed class VllmServersTests
{
    [Theory]
    [InlineData("{ image: vllm/vllm-openai, args: [model, --port, '8000'] }")]
    [InlineData("{ image: 'registry.example.com:5000/mirror/vllm-openai:v0.27.1', args: [--model=model, --port=8000] }")]
    [InlineData("{ image: example/vllm-server, args: [model, --port=8000, --max-model-len=1] }")]
    [InlineData("{ image: lmcache/vllm-openai:latest, args: [serve, model, --port=8000] }")]
    [InlineData("{ image: ours, command: [vllm, serve, model], args: [--port=8000] }")]
    [InlineData("{ image: ours, command: [/opt/venv/bin/vllm, serve, model, --port=8000] }")]
    [InlineData("{ image: ours, command: [python3, -m, vllm.entrypoints.openai.api_server], args: [--model, model, --port=8000] }")]
    [InlineData("{ image: ours, command: [/bin/sh, -c], args: ['sleep 1; exec vllm serve model --port 8000'] }")]
    [InlineData("{ image: ours, command: [bash, -lc, 'cd /x && python -m vllm.entrypoints.openai.api_server --model \"model\" --port=8000 > /dev/null 2>&1'] }")]
    [InlineData("{ image: ours, command: [/usr/bin/env, bash, -euxc, \"# vllm\\nvllm serve \\\\\\n  model \\\\\\n  --port '8000' | tee log\"] }")]
    [InlineData("{ image: ours, command: [sh, -c, 'vllm serve $MODEL --port ${PORT}'], env: [{ name: MODEL, value: model }, { name: PORT, value: '8000' }] }")]
    [InlineData("{ image: ours, command: [sh, -c, 'export MODEL=model; vllm serve $MODEL --port 8000'] }")]
    [InlineData("{ image: vllm/vllm-openai, args: [$(MODEL), --port=$(PORT)], env: [{ name: MODEL, value: model }, { name: PORT, value: '8000' }] }")]
    public void Are_found_in_every_form(string container)
    {
        var server = Assert.Single(In(container));
        Assert.Equal("model", server.Model);
        Assert.Equal(8000, server.Number("--port"));
        Assert.Null(server.Arguments.Gap);
    }

    [Theory]
    [InlineData("{ image: vllm/vllm-router:v1, args: [--port=8000] }")]
    [InlineData("{ image: lmcache/lmstack-router, args: [--port=8000] }")]
    [InlineData("{ image: vllm-team/nginx }")]
    [InlineData("{ image: example/vllm-server, args: [--profile=fast] }")]
    [InlineData("{ image: vllm/vllm-openai, command: [vllm, bench, serve, --model, x] }")]
    [InlineData("{ image: vllm/vllm-openai, command: [sleep, infinity] }")]
    [InlineData("{ image: vllm/vllm-openai, command: [/bin/sh, -c, 'curl http://vllm/v1/models'] }")]
    [InlineData("{ image: ours, args: [--model, x, --max-model-len=1] }")]
    public void Are_not_what_only_looks_like_one(string container) => Assert.Empty(In(container));

    [Fact]
    public void Are_no_containers_that_end_before_the_server() =>
        Assert.Empty(VllmServer.In(Deployment("containers: []\n      initContainers: [{ image: vllm/vllm-openai, args: [x] }]").Resource));

    [Fact]
    public void Are_found_by_their_label_when_the_image_is_not_known() =>
        Assert.Single(VllmServer.In(VllmSamples.Deployment.WithUnknown($"{VllmSamples.Container}.image").Resource));

    [Fact]
    public void Are_found_in_Docker_by_their_flags_when_the_image_is_not_known() => Assert.Single(VllmServer.In(VllmSamples.Docker.WithUnknown("image").Resource));

    [Theory]
    [InlineData("{ image: vllm/vllm-openai, args: [model, --config, /etc/vllm.yaml] }", "spec.template.spec.containers[0].args[1] names a file with further flags")]
    [InlineData("{ image: ours, command: [sh, -c, 'vllm serve model $EXTRA'] }", "spec.template.spec.containers[0].command[2] holds arguments that are not known here")]
    [InlineData("{ image: ours, command: [sh, -c, 'vllm serve model \"$@\"'] }", "spec.template.spec.containers[0].command[2] holds arguments that are not known here")]
    [InlineData("{ image: vllm/vllm-openai, args: [model, $(EXTRA)], env: [{ name: EXTRA, valueFrom: { secretKeyRef: { name: a, key: b } } }] }", "spec.template.spec.containers[0].args[1] holds arguments that are not known here")]
    public void Say_what_of_their_arguments_is_not_known(string container, string reason)
    {
        var gap = Assert.Throws<UnknownValueException>(() => Assert.Single(In(container)).Arguments.Find("--port"));
        Assert.Equal(reason, $"{gap.At.Path} {gap.Message}");
    }

    [Fact]
    public void Know_the_last_of_two_flags() => Assert.Equal(2, Assert.Single(In("{ image: vllm/vllm-openai, args: [m, --port=1, --port, '2'] }")).Number("--port"));

    [Fact]
    public void Take_switches_without_a_value() =>
        Assert.Equal("m", Assert.Single(In("{ image: vllm/vllm-openai, args: [--enforce-eager, m, --served-model-name, a, b, --port=1] }")).Model);

    [Theory]
    [InlineData("{ image: vllm/vllm-openai, args: 5 }")]
    [InlineData("{ image: vllm/vllm-openai, args: [[1], {}, null, '--', '--=', '-', '--.', '-.', '--no-', '='] }")]
    [InlineData("{ image: vllm/vllm-openai, args: x, env: {} }")]
    [InlineData("{ image: ours, command: [sh, -c] }")]
    [InlineData("{ image: ours, command: [sh, -c, 'vllm serve \"unclosed $( ${ ` \\\\'] }")]
    [InlineData("{ image: ours, command: [sh, -c, \"A=aaaaaaaa; A=$A$A$A$A$A$A$A$A; A=$A$A$A$A$A$A$A$A; A=$A$A$A$A$A$A$A$A; A=$A$A$A$A$A$A$A$A; A=$A$A$A$A$A$A$A$A; A=$A$A$A$A$A$A$A$A; A=$A$A$A$A$A$A$A$A; vllm serve $A\"] }")]
    public void Survive_odd_input(string container) => _ = In(container).Select(server => (server.Arguments.All.Count, server.Arguments.Positional.Count)).ToList();

    private static IReadOnlyList<VllmServer> In(string container) => VllmServer.In(Deployment($"containers: [{container}]").Resource);

    private static Sample Deployment(string pod) => Sample.Manifest($$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: server }
        spec:
          template:
            spec:
              {{pod}}
        """);
}
