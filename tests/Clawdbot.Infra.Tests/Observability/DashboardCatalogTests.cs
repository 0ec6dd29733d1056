using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Observability.Panels;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Which dashboards there are (B3), that Grafana can place them, and that they and the alerts say the same.</summary>
public sealed partial class DashboardCatalogTests
{
    private static Dashboard[] Boards(AlertingPlan plan) => [.. DashboardCatalog.For(plan)];

    private static JsonNode Json(Dashboard dashboard, AlertingPlan plan) => JsonNode.Parse(DashboardJson.Text(dashboard, new DashboardsSpec { Plan = plan }))!;

    [Theory]
    [InlineData(nameof(AlertPlans.Full), "gateway pools gpus nodes etcd storage assistant")]
    [InlineData(nameof(AlertPlans.Minimal), "pools")]
    public void A_plan_has_dashboards_of_what_it_contains(string plan, string names) =>
        Assert.Equal(names.Split(' '), Boards(AlertPlans.Find(plan)).Select(dashboard => dashboard.Name));

    [Fact]
    public void Parts_that_are_missing_leave_no_panels()
    {
        Assert.DoesNotContain("storage", Boards(AlertPlans.Full with { Storage = new AlertedStorage.Unmonitored(), HasModelLoader = false }).Select(dashboard => dashboard.Name));
        Assert.DoesNotContain("assistant", Boards(AlertPlans.Full with { Assistant = new AlertedAssistant { MemoryMiB = 2048 }, OnKubernetes = false }).Select(dashboard => dashboard.Name));
        var quiet = Boards(AlertPlans.Full with { Assistant = new AlertedAssistant { MemoryMiB = 2048 } }).Single(dashboard => dashboard.Name == "assistant");
        Assert.DoesNotContain(quiet.Panels.SelectMany(panel => panel.Targets), target => target.Expression.Contains("openclaw_", StringComparison.Ordinal));
        var bare = Boards(AlertPlans.Full with { Etcd = new AlertedEtcd(), Gateway = new AlertedGateway { HasAccessTier = false }, GpuCounters = [] });
        Assert.DoesNotContain(bare.SelectMany(board => board.Panels).SelectMany(panel => panel.Targets), target => BareMustLack().IsMatch(target.Expression));
    }

    [GeneratedRegex("kube_cronjob|access-tier|VIOLATION|ECC_DBE")]
    private static partial Regex BareMustLack();

    [Theory]
    [MemberData(nameof(AlertPlans.Names), MemberType = typeof(AlertPlans))]
    public void Every_panel_says_what_it_shows(string planName) =>
        Assert.All(Boards(AlertPlans.Find(planName)).SelectMany(dashboard => dashboard.Panels), panel =>
        {
            Assert.Matches(@"\A[A-Z].{2,60}[^.]\z", panel.Title);
            Assert.Matches(@"\A\S.{15,300}\.\z", panel.Description);
            Assert.Contains(panel.Unit, PanelUnits.All);
            Assert.NotEmpty(panel.Targets);
            Assert.All(panel.Targets, target => Assert.NotEqual("", target.Legend));
            Assert.InRange(panel.Width, 1, DashboardsDefaults.Columns);
        });

    [Theory]
    [MemberData(nameof(AlertPlans.Names), MemberType = typeof(AlertPlans))]
    public void Thresholds_are_those_of_the_alerts(string planName)
    {
        var plan = AlertPlans.Find(planName);
        var rules = AlertCatalog.For(plan).SelectMany(group => group.Rules).ToLookup(rule => rule.Name);
        Assert.All(Boards(plan).SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Thresholds), threshold =>
        {
            Assert.All(rules[threshold.Alert], rule => Assert.Equal(threshold.Severity, rule.Severity));
            Assert.Contains(rules[threshold.Alert], rule => Compared().Matches(rule.Expression).Any(match => match.Groups[1].Value == AlertText.Number(threshold.Value)));
        });
    }

    /// <summary>Each of these has a number of the plan or of a requirement in it, so a dashboard must draw it.</summary>
    [Theory]
    [InlineData("GatewayQueueLong")]
    [InlineData("GatewayLatencyHigh")]
    [InlineData("PoolQueueLong")]
    [InlineData("PoolKvCacheFull")]
    [InlineData("PoolFirstTokenSlow")]
    [InlineData("PoolAnswerSlow")]
    [InlineData("GpuHot")]
    [InlineData("GpuMemoryHigh")]
    [InlineData("NodeCpuHigh")]
    [InlineData("EtcdFsyncSlow")]
    [InlineData("EtcdDatabaseNearQuota")]
    [InlineData("EtcdBackupOld")]
    [InlineData("CephNearlyFull")]
    [InlineData("AssistantQueueSlow")]
    public void The_important_limits_are_drawn(string alert) =>
        Assert.Contains(Boards(AlertPlans.Full).SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Thresholds), threshold => threshold.Alert == alert);

    [Fact]
    public void Each_pool_has_its_own_limits()
    {
        var rows = Boards(AlertPlans.Production).Single(dashboard => dashboard.Name == "pools").Rows.Where(row => row.Folded).ToArray();
        Assert.Equal(AlertPlans.Production.Pools.Select(pool => pool.Name), rows.Select(row => row.Title.Split(' ', ':')[1]));
        Assert.Equal(AlertPlans.Production.Pools.Select(pool => pool.AnswerSeconds), rows.Select(row => row.Panels.Single(panel => panel.Title == "Whole answer").Thresholds.Single().Value));
    }

    [Theory]
    [MemberData(nameof(AlertPlans.Names), MemberType = typeof(AlertPlans))]
    public void Ids_are_unique_and_nothing_overlaps(string planName)
    {
        var plan = AlertPlans.Find(planName);
        foreach (var dashboard in Boards(plan))
        {
            var open = Json(dashboard, plan)["panels"]!.AsArray();
            var all = open.Concat(open.SelectMany(panel => panel!["panels"]?.AsArray() ?? [])).ToArray();
            Assert.Equal(Enumerable.Range(1, all.Length), all.Select(panel => (int)panel!["id"]!).Order());
            NoOverlap([.. open]);
            // What a heading hides is below it and overlaps only others that are hidden as well.
            foreach (var heading in open.Where(panel => (bool?)panel!["collapsed"] == true))
            {
                var hidden = heading!["panels"]!.AsArray().ToArray();
                NoOverlap(hidden);
                Assert.All(hidden, panel => Assert.True((int)panel!["gridPos"]!["y"]! > (int)heading["gridPos"]!["y"]!));
            }
        }
    }

    private static void NoOverlap(JsonNode?[] panels)
    {
        var taken = new HashSet<(int, int)>();
        foreach (var place in panels.Select(panel => panel!["gridPos"]!))
        {
            Assert.InRange((int)place["x"]! + (int)place["w"]!, 1, DashboardsDefaults.Columns);
            for (var x = (int)place["x"]!; x < (int)place["x"]! + (int)place["w"]!; x++)
            {
                for (var y = (int)place["y"]!; y < (int)place["y"]! + (int)place["h"]!; y++)
                    Assert.True(taken.Add((x, y)), $"Two panels at {x}, {y}");
            }
        }
    }

    /// <summary>Grafana puts values into the queries before Prometheus sees them; the rest must be PromQL.</summary>
    [Theory]
    [MemberData(nameof(AlertPlans.Names), MemberType = typeof(AlertPlans))]
    public async Task Promtool_accepts_every_query(string planName)
    {
        using var workspace = new Workspace();
        var expressions = Boards(AlertPlans.Find(planName)).SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Targets).Select(target => target.Expression).Distinct().ToArray();
        var rules = new StringBuilder("groups:\n- name: panels\n  rules:\n");
        foreach (var (index, expression) in expressions.Index())
            rules.Append($"  - record: panel:{index}\n    expr: {new JsonArray(Filled(expression))[0]!.ToJsonString()}\n");
        var (exitCode, output) = await Programs.Promtool("check", "rules", "--lint=all", "--lint-fatal", workspace.Write("panels.yaml", rules.ToString()));
        Assert.True(exitCode == 0, output);
        Assert.Contains($"{expressions.Length} rules found", output, StringComparison.Ordinal);
    }

    private static string Filled(string expression)
    {
        var filled = Variable().Replace(expression.Replace(PanelWindow, "5m", StringComparison.Ordinal), ".*");
        Assert.DoesNotContain('$', filled);
        return filled;
    }

    private const string PanelWindow = "$__rate_interval";

    [Theory]
    [MemberData(nameof(AlertPlans.Names), MemberType = typeof(AlertPlans))]
    public void Queries_use_only_choices_that_the_dashboard_has(string planName) =>
        Assert.All(Boards(AlertPlans.Find(planName)), dashboard =>
        {
            var used = dashboard.Panels.SelectMany(panel => panel.Targets).SelectMany(target => Variable().Matches(target.Expression.Replace(PanelWindow, "", StringComparison.Ordinal))).Select(match => match.Value[1..]).ToHashSet();
            Assert.Equal(dashboard.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        });

    [Fact]
    public void The_file_is_what_grafana_expects()
    {
        var json = Json(Boards(AlertPlans.Full).Single(dashboard => dashboard.Name == "pools"), AlertPlans.Full);
        Assert.Equal("clawdbot-pools", (string?)json["uid"]);
        Assert.Equal(42, (int)json["schemaVersion"]!);
        Assert.Equal("30s", (string?)json["refresh"]);
        Assert.Equal("now-6h", (string?)json["time"]!["from"]);
        Assert.False((bool)json["editable"]!);
        Assert.Equal(["datasource", "sku", "pool", "model"], json["templating"]!["list"]!.AsArray().Select(variable => (string?)variable!["name"]));
        Assert.Equal("""label_values(up{job="vllm",gpu_sku=~"$sku"}, pool)""", (string?)json["templating"]!["list"]![2]!["query"]!["query"]);
        var panel = json["panels"]!.AsArray().Last()!["panels"]!.AsArray().Single(panel => (string?)panel!["title"] == "First token")!;
        Assert.Equal("""{"type":"prometheus","uid":"${datasource}"}""", panel["datasource"]!.ToJsonString());
        Assert.Equal("s", (string?)panel["fieldConfig"]!["defaults"]!["unit"]);
        Assert.Equal("""[{"color":"green","value":null},{"color":"orange","value":1.5}]""", panel["fieldConfig"]!["defaults"]!["thresholds"]!["steps"]!.ToJsonString());
        Assert.Equal(["A", "B", "C"], panel["targets"]!.AsArray().Select(target => (string?)target!["refId"]));
        Assert.Equal("""histogram_quantile(0.95, sum by (le) (rate(vllm:time_to_first_token_seconds_bucket{job="vllm",pool="qwen"}[$__rate_interval])))""", (string?)panel["targets"]![1]!["expr"]);
    }

    [Fact]
    public void Below_a_threshold_is_bad_where_low_is_bad()
    {
        var json = Json(Boards(AlertPlans.Full).Single(dashboard => dashboard.Name == "etcd"), AlertPlans.Full);
        var members = json["panels"]!.AsArray().Single(panel => (string?)panel!["title"] == "Members that answer")!;
        Assert.Equal("stat", (string?)members["type"]);
        Assert.Equal("""[{"color":"red","value":null},{"color":"orange","value":2},{"color":"green","value":3}]""", members["fieldConfig"]!["defaults"]!["thresholds"]!["steps"]!.ToJsonString());
    }

    [Fact]
    public void Panels_lead_to_runbooks_only_at_an_address()
    {
        var board = Boards(AlertPlans.Full).Single(dashboard => dashboard.Name == "nodes");
        Assert.Equal("[]", JsonNode.Parse(DashboardJson.Text(board, new DashboardsSpec { Plan = AlertPlans.Full }))!["panels"]![1]!["links"]!.ToJsonString());
        Assert.Equal("https://git.example/runbooks/NodeCpuHigh.md",
            (string?)JsonNode.Parse(DashboardJson.Text(board, new DashboardsSpec { Plan = AlertPlans.Full, RunbookBaseUrl = "https://git.example/runbooks" }))!["panels"]![1]!["links"]![0]!["url"]);
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes() =>
        Assert.All(Boards(AlertPlans.Production).Zip(Boards(AlertPlans.Production)), pair =>
            Assert.Equal(DashboardJson.Text(pair.First, new DashboardsSpec { Plan = AlertPlans.Production }), DashboardJson.Text(pair.Second, new DashboardsSpec { Plan = AlertPlans.Production })));

    [Fact]
    public void Identities_are_short_enough_for_grafana() =>
        Assert.All(Boards(AlertPlans.Full), dashboard => Assert.InRange(dashboard.Uid.Length, 1, 40));

    [GeneratedRegex(@"(?:[<>]=?|==)\s*([0-9.]+)")]
    private static partial Regex Compared();

    [GeneratedRegex(@"\$[a-z_]+")]
    private static partial Regex Variable();
}
