using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Readiness;
using Clawdbot.Infra.Tests.Gateway;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Readiness;

/// <summary>C9: what is checked follows from what is planned.</summary>
public sealed class ReadinessPlanTests
{
    private static ReadinessSpec Gate { get; } = ReadinessPlan.Gate(Gateways.Spec, new EtcdClusterSpec(), new ReadinessOptions());

    [Fact]
    public void A_model_has_the_context_of_the_router_the_time_of_its_card_and_a_load_below_its_knee()
    {
        // Three servers of eight requests each, 70 % of them; an A10 has 24 GB (C9.6).
        Assert.Equal(new ReadyModel("qwen3:32b", 24576, 4500, 16), Assert.Single(Gate.Load.Models));
        Assert.Equal(RouterDocument.Of(Gateways.Spec).Models[0].ContextTokens, Gate.Load.Models[0].ContextTokens);
    }

    [Fact]
    public void The_knee_is_also_what_the_routers_pass_on()
    {
        var gateway = Gateways.Spec with { InFlight = 5, DispatchBatch = 1, RouterReplicas = new ReplicaRange(2, 6) };
        Assert.Equal(7, ReadinessPlan.Gate(gateway, new EtcdClusterSpec(), new ReadinessOptions()).Load.Models[0].Concurrency);
    }

    [Fact]
    public void Every_pool_card_and_member_is_named()
    {
        Assert.Equal(new ReadyPool("qwen3-32b", 3), Assert.Single(Gate.Pools));
        Assert.Equal("a10", Assert.Single(Gate.Gpus).Sku);
        Assert.InRange(Gate.Gpus[0].MemoryLimit, 0.85, 1);
        Assert.Equal(Enumerable.Range(0, 3).Select(index => $"https://etcd-{index}.etcd.clawdbot-etcd.svc:2379"), Gate.EtcdEndpoints);
        Assert.Equal(GatewayDefaults.PrometheusUrl, Gate.PrometheusUrl);
    }

    [Fact]
    public void A_scaled_pool_needs_one_server_only() =>
        Assert.Equal(new ReadyPool("qwen3-32b", 1), Assert.Single(ReadinessPlan.Gate(Gateways.Spec with { Pools = [Pools.Spec with { MaxReplicas = 4 }] }, new EtcdClusterSpec(), new ReadinessOptions()).Pools));

    [Fact]
    public void The_load_is_100_at_once_and_stays_below_the_limits_of_a_client()
    {
        var profile = Gate.Load.Profile;
        Assert.Equal((100, 100, 2700, 2700), (profile.Concurrency, profile.AtOnce, profile.LeastPerMinute, profile.MostPerMinute));
        Assert.Equal(2700, GatewayDefaults.RequestsPerMinute * ReadinessGateDefaults.RatePercent / 100);
        Assert.Equal(160, Gate.Load.GatewayConcurrency);
        Assert.Equal(75, Gate.Load.RequestSeconds);
        Assert.Equal((400 + (2 * 135) + 30, (2 * 700) + 600), (Gate.DeadlineSeconds, Gate.JobSeconds));
    }

    [Fact]
    public void Another_flag_image_or_limit_is_another_plan()
    {
        Assert.Equal(Gate.PlanHash, ReadinessPlan.Gate(Gateways.Spec, new EtcdClusterSpec(), new ReadinessOptions()).PlanHash);
        Assert.NotEqual(Gate.PlanHash, ReadinessPlan.Gate(Gateways.Spec, new EtcdClusterSpec(), new ReadinessOptions { Run = 2 }).PlanHash);
        Assert.All(
            [
                Gateways.Spec with { Pools = [Pools.Spec with { Image = "vllm/vllm-openai:v0.27.2" }] },
                Gateways.Spec with { Pools = [Pools.Spec.With(plan => plan with { Vllm = plan.Vllm with { MaxNumSeqs = 4 } })] },
                Gateways.Spec with { Queue = 64 },
            ],
            changed => Assert.NotEqual(Gate.PlanHash, ReadinessPlan.Gate(changed, new EtcdClusterSpec(), new ReadinessOptions()).PlanHash));
    }

    [Theory]
    [InlineData("normal", 5, 10)]
    [InlineData("active", 30, 50)]
    [InlineData("hot", 100, 140)]
    public void Profiles_have_the_rates_of_the_report(string name, int least, int most)
    {
        var test = ReadinessPlan.LoadTest(Gateways.Spec, new ReadinessOptions { Profile = name, ProfileSeconds = 30, Seed = 3 });
        Assert.Equal((name, least, most, 30, 3), (test.Profile.Name, test.Profile.LeastPerMinute, test.Profile.MostPerMinute, test.Profile.Seconds, test.Seed));
        // Users enough for the fastest rate while each answer takes as long as the gateway allows on average cards.
        Assert.True(test.Profile.Concurrency * 60 / 15 >= most, "too few users for the rate");
        Assert.True(LoadProfiles.Find(name)!.Messages >= most * LoadProfiles.Find(name)!.Seconds / 60, "too few messages for the time");
    }
}
