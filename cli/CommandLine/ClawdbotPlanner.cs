using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Plans;
using Clawdbot.Stacks;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Plans the stacks of this repository.</summary>
internal static class ClawdbotPlanner
{
    private static readonly OfflineStack<ClawdbotStack> Program = new(
        options => new ClawdbotStack(options),
        stack => [.. stack.Pools.Select(Pool)],
        stack => stack.Warnings)
    {
        Notes = stack => [$"Assistant: {stack.AssistantBudget}."],
        IsProduction = stack => stack.IsProduction,
    };

    /// <summary>Plans the stack called <paramref name="stack"/> of the project around the current folder, or else around the program.</summary>
    /// <exception cref="Infra.Diagnostics.DiagnosticException">The stack does not exist or its settings are refused.</exception>
    public static Task<Plan> PlanAsync(string stack)
    {
        var project = ProjectFile.Load(RepositoryRoot.Find(Environment.CurrentDirectory, AppContext.BaseDirectory));
        var config = StackFiles.Load(project, stack, StackSettings.SecretKeys, values =>
            StackSettings.RequiredSecretKeys(values.ToDictionary(pair => pair.Key[(pair.Key.IndexOf(':', StringComparison.Ordinal) + 1)..], pair => pair.Value)));
        return OfflineRun.PlanAsync(config, Program);
    }

    /// <summary>The folder of the project's policy pack.</summary>
    /// <exception cref="Infra.Diagnostics.DiagnosticException">There is no project.</exception>
    public static string PolicyFolder() => Path.Combine(RepositoryRoot.Find(Environment.CurrentDirectory, AppContext.BaseDirectory), "policies");

    private static PlanPool Pool(PoolSummary pool) => new(pool.Name, pool.Model, pool.Sku, pool.GpusPerReplica, pool.Replicas, pool.Flags)
    {
        Rollout = new PlanRollout(pool.LoadSeconds, pool.StartupSeconds, pool.DrainSeconds, pool.Rollout.MaxSurge, pool.Rollout.MaxUnavailable),
        Capacity = new PlanCapacity(
            pool.WeightsGiB, pool.KvCacheGiB, pool.HeadroomGiB, pool.KvCacheTokens, pool.MaxConcurrency, pool.TokensPerSecond, pool.PricePerHour,
            [.. pool.Reasons.Select(flag => (flag.Flag, flag.Value, flag.Reason))]),
    };
}
