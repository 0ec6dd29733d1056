using System.Collections.Immutable;

namespace Clawdbot.Stacks;

/// <summary>A pool in plain values, for reports.</summary>
/// <param name="Name">Name of the pool.</param>
/// <param name="Model">Model id, <c>organisation/name</c>.</param>
/// <param name="Sku">GPU SKU.</param>
/// <param name="GpusPerReplica">GPUs of one server.</param>
/// <param name="Replicas">Servers.</param>
/// <param name="Flags">Arguments of <c>vllm serve</c>, the model's directory first.</param>
public sealed record PoolSummary(string Name, string Model, string Sku, int GpusPerReplica, int Replicas, ImmutableArray<string> Flags);
