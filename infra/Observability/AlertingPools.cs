using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Observability;

/// <summary>Takes from planned pools what <see cref="AlertingPlan"/> needs.</summary>
public static class AlertingPools
{
    /// <summary>
    /// One pool. Targets are those of its goal; without one, the answer has the limit of C9.6 for its card, and the first token the
    /// planner's figure, but no less than A1 asks for.
    /// </summary>
    /// <param name="pool">The planned pool.</param>
    public static AlertedPool Of(ModelPoolSpec pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var plan = pool.Plan;
        var goal = plan.Request.Goal;
        return new AlertedPool
        {
            Name = pool.Name,
            Model = pool.Model.Slug,
            Sku = pool.Sku,
            Replicas = pool.Replicas,
            MaxNumSeqs = pool.Vllm.MaxNumSeqs,
            KvCacheTokens = plan.Memory.KvTokens,
            FirstTokenSeconds = goal.FirstTokenMilliseconds / 1000.0 ?? Math.Max(Rounded(plan.Speed.P95FirstTokenSeconds), PrometheusAlertsDefaults.LeastFirstTokenSeconds),
            AnswerSeconds = goal.AnswerMilliseconds / 1000.0 ?? AnswerSeconds(plan.Request.Gpu),
            TokenSeconds = Math.Max(Rounded(plan.Speed.SecondsPerToken * SpeedModelDefaults.QueueingMargin), PrometheusAlertsDefaults.LeastTokenSeconds),
            LoadSeconds = (int)Math.Ceiling(plan.Load.ExpectedSeconds),
            StartupSeconds = pool.StartupSeconds,
        };
    }

    /// <summary>The cards below the pools, one entry for each SKU: the planned share of memory is the largest of its pools, at least that of C9.3.</summary>
    /// <param name="pools">The planned pools.</param>
    public static ImmutableArray<AlertedGpus> GpusOf(IEnumerable<ModelPoolSpec> pools) =>
    [
        .. pools.GroupBy(pool => pool.Sku, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new AlertedGpus(group.Key, group.Max(pool => pool.Nodes.GpusPerNode),
                Math.Max(PrometheusAlertsDefaults.GpuMemoryLimit, group.Max(pool => pool.Vllm.GpuMemoryUtilization)))),
    ];

    /// <summary>Time to the whole answer that 95 of 100 requests should reach on a card, in seconds (C9.6).</summary>
    /// <param name="gpu">The card.</param>
    public static double AnswerSeconds(GpuSku gpu)
    {
        ArgumentNullException.ThrowIfNull(gpu);
        return gpu.MemoryMiB < PrometheusAlertsDefaults.LargeCardMiB ? PrometheusAlertsDefaults.SmallCardAnswerSeconds : PrometheusAlertsDefaults.LargeCardAnswerSeconds;
    }

    /// <summary>A threshold that people read needs no more than milliseconds.</summary>
    private static double Rounded(double seconds) => Math.Round(seconds, 3);
}
