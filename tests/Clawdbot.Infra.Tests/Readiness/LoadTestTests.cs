using System.Text.Json.Nodes;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Readiness;
using Clawdbot.Infra.Tests.Gateway;
using Clawdbot.Infra.Tests.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Readiness;

/// <summary>B6, checklist item 5: a load that waits for a person to start it.</summary>
public sealed class LoadTestTests
{
    private static LoadTestSpec Spec { get; } = ReadinessPlan.LoadTest(Gateways.Spec, new ReadinessOptions());

    [Fact]
    public async Task It_runs_only_when_somebody_makes_a_job_of_it()
    {
        var (mocks, test) = await Create(Spec);
        var cron = Named(mocks, "load-cron-job");
        Assert.Equal(("load-test", "clawdbot"), ((string?)cron["metadata"]!["name"], (string?)cron["metadata"]!["namespace"]));
        Assert.True((bool)cron["spec"]!["suspend"]!);
        Assert.Equal("Forbid", (string?)cron["spec"]!["concurrencyPolicy"]);
        var job = cron["spec"]!["jobTemplate"]!["spec"]!;
        Assert.Equal((0, 604800, 300 + 75 + 30 + 600), ((int)job["backoffLimit"]!, (int)job["ttlSecondsAfterFinished"]!, (int)job["activeDeadlineSeconds"]!));
        Assert.Equal("load-test", await OutputUtilities.GetValueAsync(test.CronJobName));
        Assert.Equal(["dotnet", "/work/app/Clawdbot.Readiness.dll", "load", "/readiness/readiness.json"], job["template"]!["spec"]!["containers"]![0]!["command"]!.AsArray().Select(part => (string)part!));
        Assert.True((bool)job["template"]!["spec"]!["securityContext"]!["runAsNonRoot"]!);
        Assert.True((bool)job["template"]!["spec"]!["containers"]![0]!["securityContext"]!["readOnlyRootFilesystem"]!);
    }

    [Fact]
    public async Task It_reaches_the_gateway_and_nothing_else()
    {
        var (mocks, _) = await Create(Spec);
        var policy = Named(mocks, "load-network-policy")["spec"]!;
        Assert.Equal(
            """[{"ports":[{"port":8443,"protocol":"TCP"}],"to":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"clawdbot"}},"podSelector":{"matchLabels":{"app.kubernetes.io/component":"access-tier"}}}]}]""",
            policy["egress"]!.ToJsonString());
        Assert.Equal("load-test", (string?)policy["podSelector"]!["matchLabels"]!["app.kubernetes.io/component"]);
    }

    [Fact]
    public async Task Its_settings_hold_the_profile_and_no_secret()
    {
        var (mocks, _) = await Create(Spec);
        var map = Named(mocks, "load-program");
        Assert.Matches(@"\Aload-test-[0-9a-f]{8}\z", (string)map["metadata"]!["name"]!);
        var settings = JsonNode.Parse((string)map["data"]!["readiness.json"]!)!;
        Assert.Equal(
            """{"profile":"hot","leastPerMinute":100,"mostPerMinute":140,"atOnce":0,"concurrency":40,"seconds":300,"messages":1000,"seed":1,"leastThinkMilliseconds":100,"mostThinkMilliseconds":500,"shortTokens":32,"longTokens":96,"longSentences":60,"requestSeconds":75,"errorPercent":0.5}""",
            settings["load"]!.ToJsonString());
        Assert.Equal("/run/clawdbot/token/token", (string?)settings["gateway"]!["tokenFile"]);
        Assert.Null(settings["checks"]);
    }

    [Fact]
    public async Task Rejects_before_the_first_child()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => New(Spec with { Models = [] })));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    /// <summary>As it would be sent: numbers can be read as any type.</summary>
    private static JsonNode Named(RecordingMocks mocks, string name) => JsonNode.Parse(Assert.Single(mocks.Resources, resource => resource.Name == name).Inputs.ToJsonString())!;

    private static LoadTest New(LoadTestSpec spec) => new("load", new LoadTestArgs
    {
        Spec = spec,
        Namespace = "clawdbot",
        CertificateSecretName = "gateway-tls",
        TokenSecretName = "assistant-gateway-token",
    });

    private static async Task<(RecordingMocks, LoadTest)> Create(LoadTestSpec spec)
    {
        LoadTest test = null!;
        var mocks = await Run.Program(() => test = New(spec));
        return (mocks, test);
    }
}
