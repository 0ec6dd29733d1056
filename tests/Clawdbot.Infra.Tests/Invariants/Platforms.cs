using System.Collections.Immutable;
using Clawdbot.Infra.Invariants;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Invariants;

/// <summary>A sound system to vary in tests.</summary>
internal static class Platforms
{
    internal static PlannedPool Pool { get; } = new() { Path = "clawdbot:pools[0]", Spec = Pools.Spec, MinReplicas = 3, MaxReplicas = 3 };

    internal static PlatformPlan Sound { get; } = new()
    {
        Production = true,
        Pools = [Pool],
        Storage = new PlannedStorage(100, 3, 3),
        Gateway = new PlannedGateway(30, 60, 75, 24, 1, 1, ImmutableSortedDictionary<string, string>.Empty),
        Assistant = new PlannedAssistant(["qwen3:32b"], ImmutableDictionary<string, int>.Empty.Add("qwen3:32b", 24576)),
        EtcdMembers = 3,
        Remedy = "Set it in stacks/Pulumi.test.yaml.",
    };

    internal static PlatformPlan WithPool(this PlatformPlan plan, Func<PlannedPool, PlannedPool> change) => plan with { Pools = [change(plan.Pools[0])] };

    internal static PlatformPlan WithSpec(this PlatformPlan plan, Func<ModelPoolSpec, ModelPoolSpec> change) => plan.WithPool(pool => pool with { Spec = change(pool.Spec) });

    internal static PlatformPlan WithGateway(this PlatformPlan plan, Func<PlannedGateway, PlannedGateway> change) => plan with { Gateway = change(plan.Gateway) };

    internal static string[] Errors(this PlatformPlan plan) => InvariantCheck.Run(plan, [], new DateOnly(2026, 11, 21)).Errors.Lines();
}
