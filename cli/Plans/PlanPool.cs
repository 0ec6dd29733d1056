using System.Collections.Immutable;

namespace Clawdbot.Cli.Plans;

/// <summary>One model pool of a plan.</summary>
/// <param name="Name">The pool's key in the settings.</param>
/// <param name="Model">The served model.</param>
/// <param name="Sku">The GPU, as in the <c>clawdbot.dev/gpu-sku</c> label.</param>
/// <param name="Gpus">GPUs per replica.</param>
/// <param name="Replicas">Model server pods.</param>
/// <param name="Flags">Command-line flags of the model server.</param>
internal sealed record PlanPool(string Name, string Model, string Sku, int Gpus, int Replicas, ImmutableArray<string> Flags)
{
    /// <summary>What the planner computed; null for a pool that was made without it.</summary>
    public PlanCapacity? Capacity { get; init; }

    /// <summary>How it is replaced; null for a pool of a plan that was written before this was recorded.</summary>
    public PlanRollout? Rollout { get; init; }
}
