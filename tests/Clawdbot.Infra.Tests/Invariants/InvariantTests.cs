using System.Collections.Immutable;
using Clawdbot.Infra.Invariants;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Invariants;

/// <summary>The rules between components: drain, timeouts, redundancy (C6), context (C9.7), scaling (B4), fallback (C8).</summary>
public sealed class InvariantTests
{
    private const string End = " Set it in stacks/Pulumi.test.yaml.";

    private static PlatformPlan Sound => Platforms.Sound;

    private static int LoadSeconds { get; } = (int)Math.Ceiling(Pools.Spec.Plan.Load.ExpectedSeconds);

    [Fact]
    public void Accepts_a_sound_system() => Assert.Empty(Sound.Errors());

    [Fact]
    public void Accepts_a_drain_as_long_as_a_whole_request() => Assert.Empty(Sound.WithSpec(pool => pool.With(plan => plan with { DrainSeconds = 60 })).Errors());

    [Fact]
    public void Rejects_a_drain_shorter_than_a_whole_request() =>
        Is("CB4001: clawdbot:pools[0].drainSeconds is 59; allowed: at least 60, the whole request of clawdbot:gateway.requestSeconds. Raise drainSeconds, or shorten the request.",
            Sound.WithSpec(pool => pool.With(plan => plan with { DrainSeconds = 59 })));

    [Fact]
    public void Rejects_a_request_that_ends_with_its_only_try() =>
        Is("CB4002: clawdbot:gateway.requestSeconds is 30; allowed: more than 30, one try at a model server of clawdbot:gateway.modelSeconds. Raise the outer timeout, or lower the inner.",
            Sound.WithGateway(gateway => gateway with { RequestSeconds = 30 }));

    [Fact]
    public void Rejects_an_assistant_that_gives_up_before_the_gateway() =>
        Is("CB4002: clawdbot:assistant.requestSeconds is 60; allowed: more than 60, the whole request of clawdbot:gateway.requestSeconds. Raise the outer timeout, or lower the inner.",
            Sound.WithGateway(gateway => gateway with { ClientSeconds = 60 }));

    [Fact]
    public void Accepts_a_probe_that_lasts_half_as_long_again_as_loading() =>
        Assert.Empty(Sound.WithSpec(pool => pool.With(plan => plan with { StartupSeconds = (int)Math.Ceiling(plan.Load.ExpectedSeconds * 1.5) })).Errors());

    [Fact]
    public void Rejects_a_probe_that_gives_up_while_weights_load()
    {
        var needed = (int)Math.Ceiling(Pools.Spec.Plan.Load.ExpectedSeconds * 1.5);
        Is($"CB4003: clawdbot:pools[0].startupSeconds is {needed - 1}; allowed: at least {needed}, 1.5 x the {Math.Round(Pools.Spec.Plan.Load.ExpectedSeconds)} s that loading from clawdbot:modelStorage takes. Leave startupSeconds out, raise it, or choose faster storage.",
            Sound.WithSpec(pool => pool.With(plan => plan with { StartupSeconds = needed - 1 })));
    }

    [Fact]
    public void Accepts_a_scale_down_slower_than_loading() => Assert.Empty(Sound.WithPool(pool => pool with { ScaleDownSeconds = LoadSeconds }).Errors());

    [Fact]
    public void Rejects_a_scale_down_faster_than_loading() =>
        Is($"CB4004: clawdbot:pools[0].autoscale.scaleDownSeconds is {LoadSeconds - 1}; allowed: at least {LoadSeconds}, the seconds that loading from clawdbot:modelStorage takes. Leave scaleDownSeconds out, or raise it.",
            Sound.WithPool(pool => pool with { ScaleDownSeconds = LoadSeconds - 1 }));

    [Fact]
    public void Rejects_pools_that_outgrow_their_nodes() =>
        Is("CB4005: clawdbot:pools[0].autoscale.maxReplicas is 4; allowed: all 1 pools on a10 within 8 GPUs (4 nodes of 2 in clawdbot:gpuNodes); they need 8 and 2 for a rollout. Lower the largest number of replicas, or add nodes.",
            Sound.WithPool(pool => pool with { MaxReplicas = 4, ScaleDownSeconds = 3600 }));

    [Fact]
    public void Accepts_one_server_outside_production() => Assert.Empty((Sound with { Production = false }).WithPool(pool => pool with { MinReplicas = 1 }).WithGateway(gateway => gateway with { InFlight = 1 }).Errors());

    [Fact]
    public void Rejects_a_last_server_that_may_be_evicted_in_production() =>
        Is("CB4006: clawdbot:pools[0].replicas is 1; allowed: at least 2 with clawdbot:production true, because the disruption budget lets 1 go at once. Raise the number of servers.",
            Sound.WithPool(pool => pool with { MinReplicas = 1 }).WithGateway(gateway => gateway with { InFlight = 1 }));

    [Fact]
    public void Accepts_storage_of_unknown_size() => Assert.Empty((Sound with { Storage = new PlannedStorage(null) }).Errors());

    [Fact]
    public void Rejects_storage_without_room_for_the_next_revision()
    {
        var weights = Pools.Spec.Plan.CheckpointGiB;
        Is(FormattableString.Invariant($"CB4007: clawdbot:modelStorage.capacityGiB is 20; allowed: at least {Math.Ceiling(weights * 1.2)}, 1.2 x the {Math.Round(weights, 1)} GiB of weights of clawdbot:pools. Enlarge the storage."),
            Sound with { Storage = new PlannedStorage(20) });
    }

    [Fact]
    public void Counts_weights_once_that_two_pools_share()
    {
        var twice = Sound with { Production = false, Pools = [Platforms.Pool with { Spec = Pools.Spec with { Nodes = new GpuNodes(8, 2) } }, Platforms.Pool with { Path = "clawdbot:pools[1]", Spec = Pools.Spec with { Name = "other", Nodes = new GpuNodes(8, 2) } }] };
        Assert.Empty((twice with { Storage = new PlannedStorage((int)Math.Ceiling(Pools.Spec.Plan.CheckpointGiB * 1.2)) }).Errors());
    }

    [Fact]
    public void Rejects_context_that_the_server_lacks() =>
        Is("CB4008: clawdbot:assistant.contextTokens is 24577 for 'qwen3:32b'; allowed: at most 24576, the context of clawdbot:pools[0] 'qwen3-32b'. Lower what the assistant declares, or raise goal.contextTokens of the pool.",
            Sound with { Assistant = new PlannedAssistant(["qwen3:32b"], ImmutableDictionary<string, int>.Empty.Add("qwen3:32b", 24577)) });

    [Fact]
    public void Rejects_two_nodes_in_production() =>
        Is(["CB4005: clawdbot:pools[0].replicas is 2; allowed: all 1 pools on a10 within 2 GPUs (2 nodes of 1 in clawdbot:gpuNodes); they need 4 and 0 for a rollout. Lower the largest number of replicas, or add nodes." + End,
            "CB4009: clawdbot:pools[0].sku is 'a10' with 2 nodes; allowed: at least 3 nodes of it in clawdbot:gpuNodes with clawdbot:production true. Add nodes, or move the pool to another SKU." + End],
            Sound.WithPool(pool => pool with { MinReplicas = 2, MaxReplicas = 2, Spec = pool.Spec with { Nodes = new GpuNodes(2, 1) } }).WithGateway(gateway => gateway with { InFlight = 1 }));

    [Fact]
    public void Rejects_two_servers_on_one_host_in_production() =>
        Is("CB4009: clawdbot:pools[0].replicas is 4; allowed: at most 3, one server on each a10 node of clawdbot:gpuNodes, with clawdbot:production true. Fewer servers, or more nodes.",
            Sound.WithPool(pool => pool with { MaxReplicas = 4, Spec = (pool.Spec with { Nodes = new GpuNodes(3, 4) }).With(plan => plan with { Replicas = 4 }) }));

    [Fact]
    public void Accepts_nodes_that_wait_for_their_pods() => Assert.Empty(Sound.WithPool(pool => pool with { NodeGraceSeconds = 150, NodeGraceSource = "cluster-autoscaler" }).Errors());

    [Fact]
    public void Rejects_spot_nodes_that_vanish_while_answers_run() =>
        Is("CB4010: clawdbot:pools[0].drainSeconds is 120; allowed: at most 90: EC2 Spot (clawdbot:gpuNodes) takes a node away after 120 s, 30 s of which are needed around the drain. Lower drainSeconds, or choose other nodes.",
            Sound.WithPool(pool => pool with { NodeGraceSeconds = 120, NodeGraceSource = "EC2 Spot" }));

    [Fact]
    public void Rejects_a_fallback_with_less_context_than_declared()
    {
        var small = Platforms.Pool with { Path = "clawdbot:pools[1]", Spec = Pools.Spec.With(plan => plan with { Vllm = plan.Vllm with { ServedModelName = "small", MaxModelLen = 8192 } }) with { Nodes = new GpuNodes(8, 2) } };
        var plan = Sound with { Pools = [Platforms.Pool with { Spec = Pools.Spec with { Nodes = new GpuNodes(8, 2) } }, small] };
        Is("CB4011: clawdbot:gateway.fallbacks is 'small' for 'qwen3:32b'; allowed: a model with at least the 24576 tokens that clawdbot:assistant declares for 'qwen3:32b'; 'small' has 8192. Raise goal.contextTokens of its pool, choose another model, or set fallbacks to {} for none.",
            plan.WithGateway(gateway => gateway with { Fallbacks = gateway.Fallbacks.Add("qwen3:32b", "small") }));
    }

    [Fact]
    public void Rejects_more_requests_in_flight_than_the_servers_answer()
    {
        var answered = 3 * Pools.Spec.Vllm.MaxNumSeqs;
        Is($"CB4012: clawdbot:gateway.inFlight is {answered + 1} in each of up to 1 Routers; allowed: together at most {answered}, maxNumSeqs of all servers in clawdbot:pools at their most. Lower inFlight or replicas.router, or raise replicas or maxNumSeqs of the pools.",
            Sound.WithGateway(gateway => gateway with { InFlight = answered + 1 }));
    }

    [Fact]
    public void Accepts_a_gateway_that_lets_a_pool_grow() =>
        Assert.Empty((Sound.WithPool(pool => Growing(pool)).WithGateway(gateway => gateway with { InFlight = Growth }) with { Production = false }).Errors());

    [Fact]
    public void Rejects_a_gateway_that_never_lets_a_pool_grow() =>
        Is($"CB4016: clawdbot:gateway.inFlight is {Growth - 1} in each of 1 Routers; allowed: together at least {Growth}: clawdbot:pools[0].autoscale grows when 2 requests wait in each of 1 servers that answer {Pools.Spec.Vllm.MaxNumSeqs} each. Raise inFlight or replicas.router.minimum, lower autoscale.waitingPerReplica, or set autoscale.wakeOnGatewayQueue.",
            Sound.WithPool(pool => Growing(pool)).WithGateway(gateway => gateway with { InFlight = Growth - 1 }) with { Production = false });

    private static int Growth => Pools.Spec.Vllm.MaxNumSeqs + 3;

    private static PlannedPool Growing(PlannedPool pool) => pool with { MinReplicas = 1, MaxReplicas = 3, GrowAbove = 2, ScaleDownSeconds = 3600 };

    [Fact]
    public void Rejects_more_copies_than_hosts() =>
        Is("CB4013: clawdbot:modelStorage.replicas is 3; allowed: at most 2, the storage nodes of clawdbot:modelStorage.nodes. Add storage nodes, or keep fewer copies.",
            Sound with { Storage = new PlannedStorage(100, 3, 2) });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Rejects_members_without_a_surviving_majority(int members) =>
        Is($"CB4014: clawdbot:etcd.members is {members}; allowed: an odd number of at least 3 with clawdbot:production true. Choose 3 or 5 members.", Sound with { EtcdMembers = members });

    [Fact]
    public void Rejects_a_model_that_nobody_serves() =>
        Is("CB4015: clawdbot:assistant.model is 'qwen3:8b'; allowed: a servedModelName of clawdbot:pools: qwen3:32b. Did you mean 'qwen3:32b'? Correct the name, or add a pool.",
            Sound with { Assistant = new PlannedAssistant(["qwen3:8b"], ImmutableDictionary<string, int>.Empty) });

    [Fact]
    public void Each_rule_has_an_id_of_its_own() => Assert.Equal(Invariant.All.Length, Invariant.All.Select(rule => rule.Id).Distinct().Count());

    private static void Is(string message, PlatformPlan plan) => Is([message + End], plan);

    private static void Is(string[] messages, PlatformPlan plan) => Assert.Equal(messages, plan.Errors());
}
