using System.Collections.Immutable;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>The answer of <see cref="CapacityPlanner"/>: a complete set of options with the arithmetic behind it, or a refusal with proposals.</summary>
public sealed record CapacityPlan
{
    /// <summary>The question.</summary>
    public required CapacityRequest Request { get; init; }

    /// <summary>Options of the server.</summary>
    public required VllmOptions Vllm { get; init; }

    /// <summary>Each flag with the reason for its value, in the order of the command line.</summary>
    public required ImmutableArray<PlannedFlag> Flags { get; init; }

    /// <summary>What happens to the memory of each GPU.</summary>
    public required MemoryEstimate Memory { get; init; }

    /// <summary>Expected speed of one server.</summary>
    public required SpeedEstimate Speed { get; init; }

    /// <summary>Expected time to start.</summary>
    public required LoadTimeEstimate Load { get; init; }

    /// <summary>What a server needs besides GPUs.</summary>
    public required PodSize Pod { get; init; }

    /// <summary>Servers.</summary>
    public required int Replicas { get; init; }

    /// <summary>Seconds until a server must answer.</summary>
    public required int StartupSeconds { get; init; }

    /// <summary>Seconds that running answers get when a server stops.</summary>
    public required int DrainSeconds { get; init; }

    /// <summary>What falls short of the goal although the servers start, one sentence each.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Changes that would make it fit, cheapest first; empty when it fits.</summary>
    public required ImmutableArray<CapacityProposal> Proposals { get; init; }

    /// <summary>Why no server starts: which term exceeds what by how many GiB. Empty when servers start.</summary>
    public string Refusal => Memory.Reason;

    /// <summary>Whether servers start.</summary>
    public bool Fits => Memory.Fits;

    /// <summary>Weights of the whole model as a server reads them, in GiB.</summary>
    public double CheckpointGiB => WeightsGiB * Vllm.TensorParallelSize;

    /// <summary>GPUs of one server.</summary>
    public int GpusPerReplica => Vllm.TensorParallelSize;

    /// <summary>Weights on each GPU, in GiB.</summary>
    public double WeightsGiB => Memory.Term("weights");

    /// <summary>Memory for the KV cache on each GPU, in GiB; 0 when nothing is left.</summary>
    public double KvCacheGiB => Math.Max(0, Memory.AvailableKvGiB);

    /// <summary>KV cache that is left on each GPU while the planned requests have their typical length, in GiB; negative means that requests wait.</summary>
    public double HeadroomGiB => Memory.AvailableKvGiB - ((double)Speed.Requests * Request.Goal.TypicalTokens * Memory.KvBytesPerToken / MemoryModelDefaults.GiB);

    /// <summary>US dollars per hour of all servers; null when nobody has said what the card costs.</summary>
    public double? PricePerHour => Request.Prices.PerHour(Request.Gpu.Name, GpusPerReplica) is { } price ? price * Replicas : null;

    /// <summary>Answer tokens per second of all servers.</summary>
    public double TokensPerSecond => Speed.TokensPerSecond * Replicas;

    /// <summary>US dollars for a million answer tokens at that speed; null when nobody has said what the card costs.</summary>
    public double? PricePerMillionTokens => PricePerHour is { } price ? price / (TokensPerSecond * 3600) * 1e6 : null;
}
