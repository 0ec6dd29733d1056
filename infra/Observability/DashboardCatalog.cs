using System.Collections.Immutable;
using Clawdbot.Infra.Observability.Boards;
using Clawdbot.Infra.Observability.Panels;

namespace Clawdbot.Infra.Observability;

/// <summary>All dashboards of a plan.</summary>
public static class DashboardCatalog
{
    /// <summary>The dashboards of what the plan contains, in a fixed order.</summary>
    /// <param name="plan">The plan; must obey <see cref="PrometheusAlertsRules"/>.</param>
    public static ImmutableArray<Dashboard> For(AlertingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. new[] { GatewayBoard.For(plan), PoolsBoard.For(plan), GpusBoard.For(plan), NodesBoard.For(plan), EtcdBoard.For(plan), StorageBoard.For(plan), AssistantBoard.For(plan) }
                .Where(dashboard => dashboard.Panels.Any()),
        ];
    }
}
