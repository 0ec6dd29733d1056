using Clawdbot.Infra.Capacity.Planning;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks.Settings;

/// <summary>One entry of <c>clawdbot:pools</c> as it stands in the file; what is null is planned.</summary>
internal sealed record PoolSettings
{
    internal required string Name { get; init; }

    internal required ModelReference Model { get; init; }

    /// <summary>Path of the model's <c>config.json</c>; null takes the catalogue's shapes.</summary>
    internal string? ModelConfig { get; init; }

    internal required string Sku { get; init; }

    internal int? Replicas { get; init; }

    internal required CapacityGoal Goal { get; init; }

    internal int? Cpu { get; init; }

    internal int? MemoryGiB { get; init; }

    internal int? StartupSeconds { get; init; }

    internal int? DrainSeconds { get; init; }

    /// <summary>How the number of servers follows the queue; null keeps it fixed.</summary>
    internal AutoscaleSettings? Autoscale { get; init; }

    internal required string ServedModelName { get; init; }

    internal required VllmOverrides Vllm { get; init; }
}
