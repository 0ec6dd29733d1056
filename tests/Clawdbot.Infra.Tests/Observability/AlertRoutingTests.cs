using Clawdbot.Infra.Observability;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Alertmanager's configuration, checked by the real amtool.</summary>
public sealed class AlertRoutingTests
{
    private static readonly AlertRoutingSpec Everybody = new()
    {
        Critical = new AlertReceiver.PagerDuty(new SecretFile("alert-receivers", "pagerduty")),
        Warning = new AlertReceiver.Slack("#operations", new SecretFile("alert-receivers", "slack-url")),
        DeadMan = new AlertReceiver.Webhook("https://heartbeat.example/clawdbot", new SecretFile("heartbeat", "token")),
    };

    public static TheoryData<string> Specs { get; } = [nameof(Everybody), "Nobody", "Webhooks"];

    private static AlertRoutingSpec Find(string name) => name switch
    {
        nameof(Everybody) => Everybody,
        "Nobody" => new AlertRoutingSpec(),
        _ => new AlertRoutingSpec { Critical = new AlertReceiver.Webhook("http://pager.example:8080/alerts", null), Warning = Everybody.DeadMan, DeadMan = Everybody.DeadMan },
    };

    [Theory]
    [MemberData(nameof(Specs))]
    public async Task Amtool_accepts_the_configuration(string spec)
    {
        using var workspace = new Workspace();
        var (exitCode, output) = await Programs.Amtool("check-config", workspace.Write("alertmanager.yaml", AlertRouting.Configuration(Find(spec))));
        Assert.True(exitCode == 0, output);
        Assert.Contains("4 receivers", output, StringComparison.Ordinal);
        Assert.Contains($"{AlertRouting.Inhibitions.Length + 1} inhibit rules", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("critical", "severity=critical", "alertname=PoolDown", "pool=qwen")]
    [InlineData("warning", "severity=warning", "alertname=GpuHot")]
    [InlineData("nobody", "severity=info", "alertname=PoolTokensSlow")]
    [InlineData("dead-man", "severity=info", "alertname=ClawdbotWatchdog")]
    // Helper alerts of kube-prometheus-stack, whatever their severity.
    [InlineData("nobody", "severity=none", "alertname=Watchdog")]
    [InlineData("nobody", "severity=none", "alertname=InfoInhibitor")]
    // An alert of somebody else without a severity is not lost.
    [InlineData("warning", "alertname=Foreign")]
    public async Task Each_severity_reaches_its_receiver(string receiver, params string[] labels)
    {
        using var workspace = new Workspace();
        var file = workspace.Write("alertmanager.yaml", AlertRouting.Configuration(Everybody));
        var (exitCode, output) = await Programs.Amtool(["config", "routes", "test", "--config.file", file, $"--verify.receivers={receiver}", .. labels]);
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void Secrets_are_named_and_never_written()
    {
        var text = AlertRouting.Configuration(Everybody);
        Assert.Contains("routing_key_file: \"/etc/alertmanager/secrets/alert-receivers/pagerduty\"", text, StringComparison.Ordinal);
        Assert.Contains("api_url_file: \"/etc/alertmanager/secrets/alert-receivers/slack-url\"", text, StringComparison.Ordinal);
        Assert.Contains("credentials_file: \"/etc/alertmanager/secrets/heartbeat/token\"", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b(api_url|routing_key|service_key|password|credentials):", text);
        Assert.Equal(["alert-receivers", "heartbeat"], Everybody.Secrets.AsEnumerable());
        Assert.Empty(new AlertRoutingSpec().Secrets);
    }

    /// <summary>A pair with a wrong name would silence nothing, one with a wrong severity too much.</summary>
    [Fact]
    public void Only_critical_alerts_silence_milder_ones()
    {
        var rules = AlertPlans.EveryRule;
        Assert.All(AlertRouting.Inhibitions, pair =>
        {
            Assert.Equal(AlertSeverity.Critical, rules.First(rule => rule.Name == pair.Source).Severity);
            Assert.All(pair.Targets, target => Assert.NotEqual(AlertSeverity.Critical, rules.First(rule => rule.Name == target).Severity));
        });
    }

    /// <summary>The milder alert is silenced on the same card, and only there; shown by a running Alertmanager.</summary>
    [Fact]
    public async Task A_critical_alert_silences_the_warning_about_the_same_thing()
    {
        using var workspace = new Workspace();
        var file = workspace.Write("alertmanager.yaml", AlertRouting.Configuration(new AlertRoutingSpec()));
        await using var alertmanager = await RunningAlertmanager.Start(file, workspace.Folder);
        await alertmanager.Post(
            Alert("GpuOverheating", "critical", "n1"), Alert("GpuHot", "warning", "n1"), Alert("GpuHot", "warning", "n2"));
        var states = await alertmanager.States(expected: 3, settled: states => states.ContainsValue("suppressed"));
        Assert.Equal(new Dictionary<string, string> { ["GpuOverheating n1"] = "active", ["GpuHot n1"] = "suppressed", ["GpuHot n2"] = "active" }, states);
    }

    private static Dictionary<string, string> Alert(string name, string severity, string node) =>
        new() { ["alertname"] = name, ["severity"] = severity, ["Hostname"] = node, ["gpu"] = "0", ["gpu_sku"] = "a10" };

    [Fact]
    public void The_configuration_is_the_same_each_time() => Assert.Equal(AlertRouting.Configuration(Everybody), AlertRouting.Configuration(Everybody));
}
