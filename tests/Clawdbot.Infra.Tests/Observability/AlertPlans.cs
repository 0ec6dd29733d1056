using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Plans to derive alerts from.</summary>
public static class AlertPlans
{
    /// <summary>Round figures, so that the cases of the alerts can be read.</summary>
    public static AlertedPool Pool { get; } = new()
    {
        Name = "qwen",
        Model = "Qwen--Qwen3-32B-AWQ",
        Sku = "a10",
        Replicas = 3,
        MaxReplicas = 4,
        MaxNumSeqs = 8,
        KvCacheTokens = 50000,
        FirstTokenSeconds = 1.5,
        AnswerSeconds = 4.5,
        TokenSeconds = 0.1,
        LoadSeconds = 300,
        StartupSeconds = 600,
    };

    /// <summary>One pool and everything else, so that every alert exists.</summary>
    public static AlertingPlan Full { get; } = new()
    {
        Pools = [Pool],
        Gateway = new AlertedGateway(),
        Gpus = [new AlertedGpus("a10", 2, 0.85)],
        GpuCounters = PrometheusAlertsDefaults.OptionalGpuCounters,
        Etcd = new AlertedEtcd { BackupPeriodSeconds = 21600 },
        Storage = new AlertedStorage.Ceph(),
        HasModelLoader = true,
        CertificateHorizonDays = 14,
        Assistant = new AlertedAssistant { MemoryMiB = 2048, HasMetrics = true },
    };

    /// <summary>The same with a claim in the place of Ceph.</summary>
    public static AlertingPlan OnVolume { get; } = Full with { Storage = new AlertedStorage.Volume("clawdbot-models", "models") };

    /// <summary>Planned pools on a small and a large card, as in production.</summary>
    public static AlertingPlan Production { get; } = Full with
    {
        Pools = [AlertingPools.Of(Pools.Spec) with { MaxReplicas = 4 }, AlertingPools.Of(Large)],
        Gpus = AlertingPools.GpusOf([Pools.Spec, Large]),
        Gateway = new AlertedGateway { Objective = 0.9998 },
        Storage = new AlertedStorage.Volume("clawdbot-models", "models"),
    };

    /// <summary>One planned pool on A10 cards with Ceph, without autoscaling.</summary>
    public static AlertingPlan OnPremises { get; } = Full with
    {
        Pools = [AlertingPools.Of(Pools.Spec)],
        Gpus = AlertingPools.GpusOf([Pools.Spec]),
        GpuCounters = [],
    };

    /// <summary>One machine: a server and its Prometheus.</summary>
    public static AlertingPlan Minimal { get; } = new() { Pools = [AlertingPools.Of(Pools.Spec)], OnKubernetes = false, HasAlertmanager = false };

    /// <summary>The rules that between them have every name.</summary>
    public static AlertRule[] EveryRule => [.. new[] { Full, OnVolume }.SelectMany(plan => AlertCatalog.For(plan)).SelectMany(group => group.Rules)];

    public static TheoryData<string> Names { get; } = [nameof(Full), nameof(OnVolume), nameof(Production), nameof(OnPremises), nameof(Minimal)];

    public static AlertingPlan Find(string name) => (AlertingPlan)typeof(AlertPlans).GetProperty(name)!.GetValue(null)!;

    public static ModelPoolSpec Large => Pools.Spec with
    {
        Name = "qwen2-5-14b-a100",
        Model = new ModelReference("Qwen/Qwen2.5-14B-Instruct", "main"),
        Nodes = new GpuNodes(3, 8),
        Plan = CapacityPlanner.Plan(Pools.Request with
        {
            ModelId = "Qwen/Qwen2.5-14B-Instruct",
            Model = ModelCatalog.Require("Qwen/Qwen2.5-14B-Instruct", "test").Entry.Architecture,
            Gpu = GpuCatalog.Find("a100-80")!,
            GpusPerNode = 8,
            Goal = new CapacityGoal { ContextTokens = 8192, ConcurrentRequests = 30, PromptTokens = 256, AnswerTokens = 64 },
            ServedModelName = "qwen2.5:14b",
        }),
    };
}
