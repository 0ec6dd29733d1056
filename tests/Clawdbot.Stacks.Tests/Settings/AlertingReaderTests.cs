using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Observability;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class AlertingReaderTests
{
    private const string File = "stacks/Pulumi.test.yaml";

    [Fact]
    public void Every_key_is_optional()
    {
        var (settings, errors) = Read("{}");
        Assert.Empty(errors);
        Assert.Equal(("docs/runbooks", "kube-prometheus-stack", 0.999, 30, 14), (settings.RunbookBaseUrl, settings.Release, settings.Objective, settings.ScrapeSeconds, settings.CertificateHorizonDays));
        Assert.Equal(new AlertRoutingSpec(), settings.Routing);
        Assert.Empty(settings.GpuCounters);
    }

    [Fact]
    public void Reads_all_keys()
    {
        var (settings, errors) = Read("""
            {
              "runbookBaseUrl": "https://git.example/runbooks", "release": "monitoring", "objective": 0.9998, "scrapeSeconds": 15, "certificateHorizonDays": 21,
              "gpuCounters": ["DCGM_FI_DEV_ECC_DBE_VOL_TOTAL"],
              "critical": {"kind": "pagerDuty", "secret": "alert-receivers", "key": "pagerduty"},
              "warning": {"kind": "slack", "channel": "#operations", "secret": "alert-receivers", "key": "slack-url"},
              "deadMan": {"kind": "webhook", "url": "https://heartbeat.example/clawdbot", "secret": "heartbeat", "key": "token"}
            }
            """);
        Assert.Empty(errors);
        Assert.Equal(("https://git.example/runbooks", "monitoring", 0.9998, 15, 21), (settings.RunbookBaseUrl, settings.Release, settings.Objective, settings.ScrapeSeconds, settings.CertificateHorizonDays));
        Assert.Equal(["DCGM_FI_DEV_ECC_DBE_VOL_TOTAL"], settings.GpuCounters.AsEnumerable());
        Assert.Equal(new AlertRoutingSpec
        {
            Critical = new AlertReceiver.PagerDuty(new SecretFile("alert-receivers", "pagerduty")),
            Warning = new AlertReceiver.Slack("#operations", new SecretFile("alert-receivers", "slack-url")),
            DeadMan = new AlertReceiver.Webhook("https://heartbeat.example/clawdbot", new SecretFile("heartbeat", "token")),
        }, settings.Routing);
    }

    [Fact]
    public void Reads_nobody_and_a_webhook_without_token()
    {
        var (settings, errors) = Read("""{"critical": {"kind": "nobody"}, "warning": {"kind": "webhook", "url": "http://pager.example"}}""");
        Assert.Empty(errors);
        Assert.Equal(new AlertRoutingSpec { Warning = new AlertReceiver.Webhook("http://pager.example", null) }, settings.Routing);
    }

    [Theory]
    [InlineData("""{"runbooks": "x"}""",
        "CB1001: clawdbot:alerting.runbooks is not a setting; allowed: runbookBaseUrl, release, objective, scrapeSeconds, certificateHorizonDays, gpuCounters, critical, warning, deadMan. Correct it in stacks/Pulumi.test.yaml.")]
    [InlineData("""{"objective": "99.9 %"}""",
        "CB1003: clawdbot:alerting.objective is the text '99.9 %'; allowed: a number. Set it in stacks/Pulumi.test.yaml.")]
    [InlineData("""{"critical": {"kind": "pagerduty", "secret": "a", "key": "b"}}""",
        "CB1004: clawdbot:alerting.critical.kind is 'pagerduty'; allowed: nobody or webhook or slack or pagerDuty. Did you mean 'pagerDuty'? Set it in stacks/Pulumi.test.yaml.")]
    [InlineData("""{"critical": {"kind": "pagerDuty", "secret": "a"}}""",
        "CB1002: clawdbot:alerting.critical.key is missing; allowed: a text. Set it in stacks/Pulumi.test.yaml.")]
    [InlineData("""{"warning": {"kind": "slack", "secret": "a", "key": "b"}}""",
        "CB1002: clawdbot:alerting.warning.channel is missing; allowed: a text. Set it in stacks/Pulumi.test.yaml.")]
    [InlineData("""{"deadMan": {"kind": "webhook", "url": "https://a.example", "secret": "a"}}""",
        "CB1002: clawdbot:alerting.deadMan.key is missing; allowed: a text. Set it in stacks/Pulumi.test.yaml.")]
    public void Rejects_a_mistake_with_one_message(string json, string message)
    {
        var (settings, errors) = Read(json);
        Assert.Equal([message], errors.Select(error => error.ToString()));
        // What a mistake leaves behind must not be blamed a second time.
        Assert.Empty(PrometheusAlertsRules.Check(new PrometheusAlertsSpec { Plan = Plan, Routing = settings.Routing, RunbookBaseUrl = settings.RunbookBaseUrl }, "alerting", "Change it."));
    }

    private static AlertingPlan Plan { get; } = new()
    {
        Pools =
        [
            new AlertedPool
            {
                Name = "a", Model = "b--c", Sku = "a10", Replicas = 1, MaxNumSeqs = 8, KvCacheTokens = 1, FirstTokenSeconds = 1, AnswerSeconds = 1, TokenSeconds = 1,
                LoadSeconds = 300, StartupSeconds = 600,
            },
        ],
    };

    private static (AlertingSettings Settings, List<Diagnostic> Errors) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var errors = new List<Diagnostic>();
        var settings = AlertingReader.Read(new SettingsObject("clawdbot:alerting", document.RootElement.Clone(), AlertingReader.Keys, File, errors));
        return (settings, errors);
    }
}
