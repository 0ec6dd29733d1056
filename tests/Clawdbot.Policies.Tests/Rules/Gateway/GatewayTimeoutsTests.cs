using Clawdbot.Policies.Rules.Gateway;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Gateway;

public sealed class GatewayTimeoutsTests
{
    private const string Grace = "spec.template.spec.terminationGracePeriodSeconds";

    private const string Remedy = "Keep the time of a try at most that of the request, that at most the time to drain, and that at most what the pod gets to stop.";

    private static readonly GatewayTimeouts Rule = new();

    [Fact]
    public void Accepts_times_that_nest() => RuleCheck.Accepts(Rule, GatewaySamples.AccessTier, GatewaySamples.AccessTierPods, GatewaySamples.Router, GatewaySamples.RouterPods);

    [Theory]
    [InlineData("\"modelSeconds\": 30", "\"modelSeconds\": 90", ".timeouts.requestSeconds is 60; allowed: 90 or more, as timeouts.modelSeconds is. ")]
    [InlineData("\"modelSeconds\": 30", "\"modelSeconds\": 0", ".timeouts.modelSeconds is 0; allowed: a number of seconds. ")]
    [InlineData("\"drainSeconds\": 60", "\"drainSeconds\": 10", ".drainSeconds is 10; allowed: 60 or more, as timeouts.requestSeconds is. ")]
    [InlineData("\"maximum\": 2", "\"maximum\": 5", ".retries.maximum is 5; allowed: 0 to 2. ")]
    [InlineData("\"queue\": 128", "\"other\": 128", ".admission.queue is not set; allowed: a number from 1 on. ")]
    [InlineData("\"inFlight\": 128", "\"inFlight\": 0", ".admission.inFlight is 0; allowed: a number from 1 on. ")]
    public void Rejects_settings_of_the_router(string text, string changed, string message) =>
        RuleCheck.Rejects(Rule, $"data[\"router.json\"]#{message}{Remedy}", GatewaySamples.RouterWith(text, changed));

    [Fact]
    public void Rejects_an_access_tier_that_cuts_answers_off() => RuleCheck.Rejects(
        Rule,
        $"data[\"access-tier.json\"]#.workerShutdownSeconds is 30; allowed: 60 or more, as routes.requestSeconds is. {Remedy}",
        GatewaySamples.AccessTierWith("\"workerShutdownSeconds\": 60", "\"workerShutdownSeconds\": 30"));

    [Theory]
    [InlineData("70", "70")]
    [InlineData("null", "not set")]
    public void Rejects_a_pod_that_gets_too_little_time(string value, string shown) => RuleCheck.Rejects(
        Rule,
        $"{Grace} is {shown}; allowed: 75 or more, for the pause before the stop and the requests that run. {Remedy}",
        GatewaySamples.Router, GatewaySamples.RouterPods.With(Grace, value));

    [Fact]
    public void Rejects_a_container_of_docker_that_gets_too_little_time() => RuleCheck.Rejects(
        Rule,
        $"stopTimeout is not set; allowed: 60 or more, for the requests that run. {Remedy}",
        Sample.Of("docker:index/container:Container", """
            uploads:
              - file: /etc/clawdbot/settings/access-tier.json
                content: '{ "routes": { "requestSeconds": 60 }, "workerShutdownSeconds": 60 }'
            """));
}
