using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Gateway;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Observability;

/// <summary>What a stack has that must be watched, and whether the stack is one that watches: a single workload in a file says nothing about how it is monitored.</summary>
internal sealed class MonitoredParts
{
    private static readonly string[] Kinds = ["PrometheusRule", "ServiceMonitor", "PodMonitor"];

    /// <summary>Looks through <paramref name="stack"/>.</summary>
    public MonitoredParts(PolicyStack stack)
    {
        var gateway = stack.View(s => new GatewayView(s));
        Routers = gateway.Routers;
        ModelServers = gateway.ModelServers;
        EtcdMembers = [.. EtcdMember.Of(stack).Select(member => member.Workload).DistinctBy(workload => workload.Owner)];
        AreWatched = Routers.Count > 0 || Kinds.Any(kind => stack.OfKind(kind).Any(item => item.Group == AlertRule.ApiGroup));
    }

    /// <summary>Whether alerts and targets belong to the stack.</summary>
    public bool AreWatched { get; }

    /// <summary>The Router.</summary>
    public IReadOnlyList<Workload> Routers { get; }

    /// <summary>The model servers.</summary>
    public IReadOnlyList<Workload> ModelServers { get; }

    /// <summary>The members of etcd.</summary>
    public IReadOnlyList<Workload> EtcdMembers { get; }
}
