using static Clawdbot.Infra.Tests.Observability.AlertSeries;

namespace Clawdbot.Infra.Tests.Observability.Cases;

/// <summary>Access tier, Router and the error budget (B2, B3, B8, C5, C8, C9.12).</summary>
internal static class GatewayCases
{
    private const string Up = """clawdbot_router_up{job="clawdbot",instance="r1"}""";
    private const string Good = """clawdbot_requests_total{job="clawdbot",status="200"}""";
    private const string Bad = """clawdbot_requests_total{job="clawdbot",status="503"}""";
    private const string Pool = "pool=qwen";

    internal static AlertCase[] All { get; } =
    [
        new("RouterDown") { Fires = [Hold(Up, 0)], Quiet = [Hold(Up, 1)], Labels = "job=clawdbot,instance=r1" },
        new("RouterAbsent") { Fires = [Hold("""clawdbot_router_up{job="other"}""", 1)], Quiet = [Hold(Up, 0)], Labels = "job=clawdbot", FromStart = true },
        new("RouterTargetDown") { Fires = [Hold("""up{job="clawdbot",instance="r1"}""", 0)], Quiet = [Hold("""up{job="clawdbot",instance="r1"}""", 1)], Labels = "job=clawdbot,instance=r1", FromStart = true },
        new("AccessTierDown") { Fires = [Hold("""up{job="access-tier",instance="a1"}""", 0)], Quiet = [Hold("""up{job="access-tier",instance="a1"}""", 0), Hold("""up{job="access-tier",instance="a2"}""", 1)], FromStart = true },
        new("AccessTierTargetDown") { Fires = [Hold("""up{job="access-tier",instance="a1"}""", 0)], Quiet = [Hold("""up{job="access-tier",instance="a1"}""", 1)], Labels = "job=access-tier,instance=a1", FromStart = true },
        // At minute 30 a little less, and a little more, than 14 days are left; of two access tiers the older settings count.
        new("ServiceTokenExpiring") { Fires = [Hold(Token("a1"), 1209600), Hold(Token("a2"), 2000000)], Quiet = [Hold(Token("a1"), 1212000), Hold(Token("a2"), 2000000)], Labels = "subject=assistant", Value = "13d 23h 30m 0s" },
        new("GatewayErrorRatioHigh") { Fires = [Grow(Good, 94), Grow(Bad, 6)], Quiet = [Grow(Good, 96), Grow(Bad, 4)], Value = "6%" },
        new("GatewayErrorRatioHigh") { Fires = [Grow(Good, 12), Grow(Bad, 2)], Quiet = [Grow(Good, 2), Grow(Bad, 0.5)], Value = "14.29%" },
        new("GatewayLatencyHigh")
        {
            Fires = Histogram("clawdbot_request_duration_seconds", "job=\"clawdbot\",", ("2", 0), ("5", 100)),
            Quiet = Histogram("clawdbot_request_duration_seconds", "job=\"clawdbot\",", ("2", 80), ("5", 100)),
            Value = "4.85s",
        },
        new("GatewayQueueLong") { Fires = Queue(31, 20), Quiet = Queue(30, 20), Labels = "instance=r1", Value = "51" },
        new("GatewayQueueNearLimit") { Fires = Queue(100, 16), Quiet = Queue(100, 15), Labels = "instance=r1", Value = "116" },
        new("GatewayAtConcurrencyLimit") { Fires = [Hold(Active, 32)], Quiet = [Hold(Active, 31)], Labels = "instance=r1", FromStart = true },
        new("GatewayDegraded") { Fires = [Hold(Level, 1)], Quiet = [Hold(Level, 0)], Value = "1", FromStart = true },
        new("GatewayStaticFallback") { Fires = [Hold(Level, 3)], Quiet = [Hold(Level, 2)] },
        new("ModelNodeNotReady") { Fires = [Hold(Node("n1"), 0)], Quiet = [Hold(Node("n1"), 1)], Labels = $"{Pool},node=n1", FromStart = true },
        // Two Routers may differ: the one that reaches the node decides.
        new("ModelNodeNotReady") { Fires = [Hold(Node("n1", "r1"), 0), Hold(Node("n1", "r2"), 0)], Quiet = [Hold(Node("n1", "r1"), 0), Hold(Node("n1", "r2"), 1)], Labels = $"{Pool},node=n1" },
        new("PoolWithoutReadyNode") { Fires = [Hold(Node("n1"), 0), Hold(Node("n2"), 0)], Quiet = [Hold(Node("n1"), 0), Hold(Node("n2"), 1)] },
        // 99.9 %: the budget is 0.1 %, so the limits are 1.44, 0.6, 0.3 and 0.1 %.
        new("ErrorBudgetBurnHour") { Fires = [Grow(Good, 1970), Grow(Bad, 30)], Quiet = [Grow(Good, 1972), Grow(Bad, 28)], Value = "1.5%" },
        new("ErrorBudgetBurnQuarterDay") { Fires = [Grow(Good, 1986), Grow(Bad, 14)], Quiet = [Grow(Good, 1990), Grow(Bad, 10)], Value = "0.7%" },
        new("ErrorBudgetBurnDay") { Fires = [Grow(Good, 1992), Grow(Bad, 8)], Quiet = [Grow(Good, 1995), Grow(Bad, 5)], Value = "0.4%", At = 90 },
        new("ErrorBudgetBurnThreeDays") { Fires = [Grow(Good, 1996), Grow(Bad, 4)], Quiet = [Grow(Good, 1999), Grow(Bad, 1)], Value = "0.2%", At = 220 },
        // Few requests: one failure among them is a large share and no reason to wake anybody.
        new("ErrorBudgetBurnHour") { Fires = [Grow(Good, 9), Grow(Bad, 1)], Quiet = [Grow(Good, 0.9), Grow(Bad, 0.05)], Value = "10%" },
    ];

    private const string Active = """clawdbot_active_requests{job="clawdbot",instance="r1"}""";
    private const string Level = """clawdbot_degradation_level{job="clawdbot",instance="r1"}""";

    private static string Token(string instance) => $$"""clawdbot_service_token_expiry_timestamp_seconds{job="access-tier",instance="{{instance}}",subject="assistant"}""";

    private static AlertSeries[] Queue(int high, int low) =>
    [
        Hold("""clawdbot_queue_size{job="clawdbot",instance="r1",priority="high"}""", high),
        Hold("""clawdbot_queue_size{job="clawdbot",instance="r1",priority="low"}""", low),
        Hold("""clawdbot_queue_size{job="clawdbot",instance="r2",priority="low"}""", low),
    ];

    private static string Node(string node, string instance = "r1") =>
        $$"""clawdbot_node_state{job="clawdbot",instance="{{instance}}",pool="qwen",node="{{node}}",state="READY"}""";
}
