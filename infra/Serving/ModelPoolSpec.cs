using System.Collections.Immutable;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Infra.Serving;

/// <summary>One pool: identical servers of one model on one GPU SKU. Plain values, known before anything is deployed.</summary>
public sealed record ModelPoolSpec
{
    /// <summary>Name of the pool and of its objects.</summary>
    /// <value>DNS label of at most 40 characters, so that suffixes still fit.</value>
    public required string Name { get; init; }

    /// <summary>What is served.</summary>
    public required ModelReference Model { get; init; }

    /// <summary>GPU SKU, as in the catalogue and in the node label.</summary>
    public required string Sku { get; init; }

    /// <summary>The nodes with that SKU.</summary>
    public required GpuNodes Nodes { get; init; }

    /// <summary>Servers in the pool.</summary>
    /// <value>1 to 64.</value>
    public required int Replicas { get; init; }

    /// <summary>Processor cores of one server.</summary>
    /// <value>1 to 128.</value>
    public required int Cpu { get; init; }

    /// <summary>Host memory of one server, shared memory included.</summary>
    /// <value>GiB, 4 to 1024.</value>
    public required int MemoryGiB { get; init; }

    /// <summary>Longest acceptable time from container start to the first answer: loading, compiling, capturing CUDA graphs.</summary>
    /// <value>Seconds, 60 to 7200.</value>
    public required int StartupSeconds { get; init; }

    /// <summary>Time that running requests get when a server stops.</summary>
    /// <value>Seconds, 0 to 900; 0 aborts them.</value>
    public required int DrainSeconds { get; init; }

    /// <summary>Image of vLLM.</summary>
    /// <value>By tag or digest; <see cref="VllmDefaults.Image"/> by default.</value>
    public string Image { get; init; } = VllmDefaults.Image;

    /// <summary>Options of the server.</summary>
    public required VllmOptions Vllm { get; init; }

    /// <summary>GPUs of one server.</summary>
    public int GpusPerReplica => Vllm.TensorParallelSize;

    /// <summary>Arguments of <c>vllm serve</c>.</summary>
    public ImmutableArray<string> Flags => VllmFlags.Build(Model.PathBelow(ModelStorageDefaults.MountPath), Vllm, DrainSeconds);

    /// <summary>How the pool stops.</summary>
    public DrainBudget Drain => new(ModelPoolDefaults.PreStopSeconds, DrainSeconds, ModelPoolDefaults.ShutdownSlackSeconds);

    /// <summary>How the pool is replaced.</summary>
    public RolloutPlan Rollout => RolloutPlan.For(Replicas, GpusPerReplica, Nodes);
}
