using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>The storage holds the weights of every pool and room for the next revision.</summary>
internal sealed class StorageSizeInvariant : Invariant
{
    /// <inheritdoc/>
    public override string Id => InvariantDiagnosticIds.StorageTooSmall;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(PlatformPlan plan)
    {
        if (plan.Storage.CapacityGiB is not { } capacity)
            yield break;
        // Pools of one model and revision share its files.
        var weights = plan.Pools.GroupBy(pool => pool.Spec.Model).Sum(pools => pools.Max(pool => pool.Spec.Plan.CheckpointGiB));
        var needed = Math.Ceiling(weights * InvariantDefaults.StorageFactor);
        if (capacity < needed)
        {
            yield return Broken(plan, "clawdbot:modelStorage.capacityGiB", Text(capacity),
                $"at least {Text(needed)}, {Text(InvariantDefaults.StorageFactor)} x the {Text(Math.Round(weights, 1))} GiB of weights of clawdbot:pools", "Enlarge the storage.");
        }
    }
}
