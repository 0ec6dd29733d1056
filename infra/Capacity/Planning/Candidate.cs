using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>One set of options that the planner weighs.</summary>
/// <param name="Options">The options.</param>
/// <param name="Memory">Their memory.</param>
/// <param name="Speed">Their speed.</param>
/// <param name="Replicas">Servers.</param>
/// <param name="Held">Typical requests that the cache of a server holds.</param>
/// <param name="Batch">The starting point that was taken.</param>
/// <param name="WantedBatch">Index of the starting point that the goal asks for.</param>
internal sealed record Candidate(
    VllmOptions Options, MemoryEstimate Memory, SpeedEstimate Speed, int Replicas, int Held, (int Sequences, int Tokens) Batch, int WantedBatch);
