using System.Collections.Immutable;
using Clawdbot.Infra.Capacity.Planning;
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

    /// <summary>How it is served: flags, sizes and times with the arithmetic behind them.</summary>
    public required CapacityPlan Plan { get; init; }

    /// <summary>The nodes with that SKU.</summary>
    public required GpuNodes Nodes { get; init; }

    /// <summary>Image of vLLM.</summary>
    /// <value>By tag or digest; <see cref="VllmDefaults.Image"/> by default.</value>
    public string Image { get; init; } = VllmDefaults.Image;

    /// <summary>GPU SKU, as in the node label.</summary>
    public string Sku => Plan.Request.Gpu.Name;

    /// <summary>Servers in the pool; with <see cref="MaxReplicas"/> those that the goal needs, while an autoscaler decides how many run.</summary>
    public int Replicas => Plan.Replicas;

    /// <summary>The most servers that an autoscaler may start.</summary>
    /// <value>At least <see cref="Replicas"/>, at most 64; default null, no autoscaler: the pool always has <see cref="Replicas"/> servers.</value>
    public int? MaxReplicas { get; init; }

    /// <summary>The most servers that the pool ever has; the nodes must hold so many.</summary>
    public int LargestReplicas => MaxReplicas ?? Replicas;

    /// <summary>Processor cores of one server.</summary>
    public int Cpu => Plan.Pod.Cpu;

    /// <summary>Host memory of one server in GiB, shared memory included.</summary>
    public int MemoryGiB => Plan.Pod.MemoryGiB;

    /// <summary>Longest acceptable time from container start to the first answer, in seconds: loading, compiling, capturing CUDA graphs.</summary>
    public int StartupSeconds => Plan.StartupSeconds;

    /// <summary>Time that running requests get when a server stops, in seconds; 0 aborts them.</summary>
    public int DrainSeconds => Plan.DrainSeconds;

    /// <summary>Options of the server.</summary>
    public VllmOptions Vllm => Plan.Vllm;

    /// <summary>GPUs of one server.</summary>
    public int GpusPerReplica => Plan.GpusPerReplica;

    /// <summary>Arguments of <c>vllm serve</c>.</summary>
    public ImmutableArray<string> Flags => VllmFlags.Build(Model.PathBelow(ModelStorageDefaults.MountPath), Vllm, DrainSeconds);

    /// <summary>How the pool stops.</summary>
    public DrainBudget Drain => new(ModelPoolDefaults.PreStopSeconds, DrainSeconds, ModelPoolDefaults.ShutdownSlackSeconds);

    /// <summary>How the pool is replaced, also when it has its most servers.</summary>
    public RolloutPlan Rollout => RolloutPlan.For(LargestReplicas, GpusPerReplica, Nodes);
}
