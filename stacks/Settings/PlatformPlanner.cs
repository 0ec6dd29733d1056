using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Invariants;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Stacks.Settings;

/// <summary>Takes from the settings what the rules between components look at.</summary>
internal static class PlatformPlanner
{
    /// <summary>Notice before a Spot instance is taken, in seconds. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html</summary>
    private const int SpotNoticeSeconds = 120;

    internal static PlatformPlan Plan(StackSettings settings, string remedy) => new()
    {
        Production = settings.Production,
        Pools = [.. settings.Pools.Select((pool, index) => Pool(settings, index))],
        Storage = Storage(settings.ModelStorage),
        Gateway = Gateway(settings),
        Assistant = new PlannedAssistant(
            [settings.Assistant.Model, .. settings.Assistant.FallbackModels],
            settings.Assistant.OfferedModels.ToImmutableDictionary(model => model.Name, model => model.ContextWindow)),
        EtcdMembers = settings.Etcd?.Members,
        Remedy = remedy,
    };

    private static PlannedPool Pool(StackSettings settings, int index)
    {
        var spec = settings.Pools[index];
        var scaler = settings.Scalers.FirstOrDefault(scaler => scaler.Pool.Name == spec.Name);
        var (seconds, source) = NodeGrace(settings, spec.Sku);
        return new PlannedPool
        {
            Path = string.Create(CultureInfo.InvariantCulture, $"clawdbot:pools[{index}]"),
            Spec = spec,
            MinReplicas = scaler?.MinReplicas ?? spec.Replicas,
            MaxReplicas = spec.LargestReplicas,
            ScaleDownSeconds = scaler?.Stabilization,
            GrowAbove = scaler is { WakeOnGatewayQueue: false } ? scaler.Threshold : null,
            NodeGraceSeconds = seconds,
            NodeGraceSource = source,
        };
    }

    private static (int? Seconds, string Source) NodeGrace(StackSettings settings, string sku)
    {
        if (settings.Cluster is ClusterTarget.Eks && settings.GpuNodes.Any(nodes => nodes.Sku == sku && nodes.Capacity is GpuCapacity.Spot))
            return (SpotNoticeSeconds, "EC2 Spot");
        return settings.Addons?.NodeScaler is NodeScaler.ClusterAutoscaler ? (PlatformAddonsDefaults.MaxGracefulSeconds, PlatformCharts.ClusterAutoscaler) : (null, "");
    }

    private static PlannedStorage Storage(ModelVolume volume) => volume is ModelVolume.CephFs ceph
        ? new PlannedStorage(ceph.CapacityGiB, ceph.Replicas, ceph.StorageNodes)
        : new PlannedStorage(volume.DeclaredGiB);

    private static PlannedGateway Gateway(StackSettings settings)
    {
        var gateway = settings.Gateway;
        // One machine has one Router, whatever is written for clusters.
        var routers = settings.Cluster is ClusterTarget.Docker ? new ReplicaRange(1, 1) : gateway.RouterReplicas;
        return new PlannedGateway(
            gateway.ModelSeconds, gateway.RequestSeconds, ClawdbotAssistantDefaults.ProviderTimeoutSeconds, gateway.InFlight, routers.Minimum, routers.Maximum,
            gateway.Pools.Select(pool => pool.Vllm.ServedModelName).Distinct(StringComparer.Ordinal)
                .Select(model => (Model: model, Fallback: RouterDocument.FallbackOf(gateway, model)))
                .Where(pair => pair.Fallback is not null)
                .ToImmutableSortedDictionary(pair => pair.Model, pair => pair.Fallback!, StringComparer.Ordinal));
    }
}
