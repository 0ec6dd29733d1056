using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

public sealed class PrometheusAlertsRulesTests
{
    private static readonly PrometheusAlertsSpec Spec = new() { Plan = AlertPlans.Full };

    [Theory]
    [MemberData(nameof(AlertPlans.Names), MemberType = typeof(AlertPlans))]
    public void Accepts_the_plans(string plan) => Assert.Empty(Check(new PrometheusAlertsSpec { Plan = AlertPlans.Find(plan) }));

    [Theory]
    [InlineData("docs/runbooks")]
    [InlineData("https://git.example/clawdbot/docs/runbooks/")]
    public void Accepts_runbooks_at(string address) => Assert.Empty(Check(Spec with { RunbookBaseUrl = address }));

    [Theory]
    [InlineData("")]
    [InlineData("../docs")]
    [InlineData("ftp://git.example/docs")]
    [InlineData("https://git.example/docs?token=x")]
    public void Rejects_runbooks_at(string address) => Rejects(Spec with { RunbookBaseUrl = address },
        $"CB2600: alerting.runbookBaseUrl is '{address}'; allowed: an http or https address without query, or a path such as docs/runbooks. Change it.");

    [Fact]
    public void Rejects_a_release_that_is_no_label_value() => Rejects(Spec with { Release = "a b" },
        "CB2001: alerting.release is 'a b'; allowed: the release name of kube-prometheus-stack: a label value of at most 63 characters. Change it.");

    [Theory]
    [InlineData("heartbeat.example")]
    [InlineData("https://user:hunter2@heartbeat.example/")]
    [InlineData("https://heartbeat.example/?token=hunter2")]
    public void Rejects_an_address_that_is_not_plain_without_repeating_it(string url) => Rejects(Routing(new() { DeadMan = new AlertReceiver.Webhook(url, null) }),
        "CB2601: alerting.deadMan.url is not a plain address; allowed: http:// or https:// with a host, without user, password, query and fragment. A token belongs into a Secret. Change it.");

    [Fact]
    public void Accepts_an_address_with_a_token_in_a_secret() =>
        Assert.Empty(Check(Routing(new() { DeadMan = new AlertReceiver.Webhook("https://heartbeat.example/a", new SecretFile("heartbeat", "token")) })));

    [Fact]
    public void Rejects_a_channel_of_slack_that_is_none() => Rejects(Routing(new() { Warning = new AlertReceiver.Slack("operations", new SecretFile("a", "b")) }),
        "CB2601: alerting.warning.channel is 'operations'; allowed: '#channel', '@user' or the id of a channel. Change it.");

    [Fact]
    public void Rejects_a_secret_that_cannot_be_a_file() => Rejects(Routing(new() { Critical = new AlertReceiver.PagerDuty(new SecretFile("A_b", "../key")) }),
        "CB2001: alerting.critical.secret is 'A_b'; allowed: the name of a Secret: lower-case letters, digits, '-' and '.'. Change it.",
        "CB2001: alerting.critical.key is '../key'; allowed: a key of a Secret: letters, digits, '-', '_' and '.'. Change it.");

    [Fact]
    public void Rejects_a_plan_without_pools() => Rejects(Plan(plan => plan with { Pools = [] }),
        "CB2002: alerting.pools is empty; allowed: at least one pool. Change it.");

    [Fact]
    public void Rejects_pools_with_bad_or_equal_names() => Rejects(
        Plan(plan => plan with { Pools = [AlertPlans.Pool, AlertPlans.Pool, AlertPlans.Pool with { Name = "a\"b" }] }),
        "CB1006: alerting.pools.name is 'qwen' again; allowed: each name once. Change it.",
        "CB2001: alerting.pools.name is 'a\"b'; allowed: lower-case letters, digits and '-', starting with a letter, ending with a letter or digit, at most 63 characters. Change it.");

    [Fact]
    public void Rejects_a_load_time_that_the_probe_does_not_wait_for() => Rejects(Plan(plan => plan with { Pools = [AlertPlans.Pool with { LoadSeconds = 600 }] }),
        "CB2602: alerting.pools['qwen'].loadSeconds is 600; allowed: less than startupSeconds, 600. A start that is slow must be told before the probe ends it. Change it.");

    [Fact]
    public void Rejects_a_maximum_below_the_minimum() => Rejects(Plan(plan => plan with { Pools = [AlertPlans.Pool with { MinReplicas = 2, MaxReplicas = 1 }] }),
        "CB2602: alerting.pools['qwen'].maxReplicas is 1; allowed: at least minReplicas, 2. Change it.");

    [Fact]
    public void Rejects_a_warning_that_comes_after_the_alarm() => Rejects(Plan(plan => plan with { Gateway = new AlertedGateway { QueueLimit = 50 } }),
        "CB2602: alerting.queueWarning is 50; allowed: less than 45, 90 % of queueLimit 50. Change it.");

    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(1, "1")]
    [InlineData(double.NaN, "NaN")]
    public void Rejects_an_objective_that_no_alert_can_hold(double objective, string shown) => Rejects(Plan(plan => plan with { Gateway = new AlertedGateway { Objective = objective } }),
        $"CB2604: alerting.objective is {shown}; allowed: 0.9 to 0.9999. 0.999 means that one request of a thousand may fail. Change it.");

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.9998)]
    [InlineData(0.9999)]
    public void Accepts_an_objective(double objective) => Assert.Empty(Check(Plan(plan => plan with { Gateway = new AlertedGateway { Objective = objective } })));

    [Fact]
    public void Rejects_sizes_of_etcd_outside_their_ranges() => Rejects(Plan(plan => plan with { Etcd = new AlertedEtcd { Members = 4, QuotaMiB = 1, BackupPeriodSeconds = 10 } }),
        "CB2002: alerting.etcd.members is 4; allowed: 3 or 5. Change it.",
        "CB2002: alerting.etcd.quotaMiB is 1; allowed: 64 to 8192. Change it.",
        "CB2002: alerting.etcd.backupPeriodSeconds is 10; allowed: 300 to 604800. Change it.");

    [Fact]
    public void Rejects_intervals_outside_their_ranges() => Rejects(Plan(plan => plan with { ScrapeSeconds = 120, CertificateHorizonDays = 1 }),
        "CB2002: alerting.scrapeSeconds is 120; allowed: 5 to 60. Change it.",
        "CB2002: alerting.certificateHorizonDays is 1; allowed: 2 to 60. Change it.");

    [Fact]
    public void Rejects_a_counter_without_alert_and_suggests_the_nearest() => Rejects(Plan(plan => plan with { GpuCounters = ["DCGM_FI_DEV_POWER_VIOLATIONS"] }),
        "CB2603: alerting.gpuCounters is 'DCGM_FI_DEV_POWER_VIOLATIONS'; allowed: DCGM_FI_DEV_ECC_DBE_VOL_TOTAL, DCGM_FI_DEV_POWER_VIOLATION, DCGM_FI_DEV_THERMAL_VIOLATION. Did you mean 'DCGM_FI_DEV_POWER_VIOLATION'? Change it.");

    [Fact]
    public void Advises_to_tell_somebody()
    {
        Assert.Equal(
        [
            "Nobody is told of critical alerts; set clawdbot:alerting.critical.",
            "Nobody notices when Prometheus itself dies; set clawdbot:alerting.deadMan to a service that expects a call every minute.",
        ], PrometheusAlertsRules.Advice(Spec, "clawdbot:alerting"));
        Assert.Empty(PrometheusAlertsRules.Advice(new PrometheusAlertsSpec { Plan = AlertPlans.Minimal }, "clawdbot:alerting"));
    }

    private static PrometheusAlertsSpec Plan(Func<AlertingPlan, AlertingPlan> change) => Spec with { Plan = change(AlertPlans.Full) };

    private static PrometheusAlertsSpec Routing(AlertRoutingSpec routing) => Spec with { Routing = routing };

    private static string[] Check(PrometheusAlertsSpec spec) => PrometheusAlertsRules.Check(spec, "alerting", "Change it.").Lines();

    private static void Rejects(PrometheusAlertsSpec spec, params string[] lines) => Assert.Equal(lines, Check(spec));
}
