using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Sizing;

/// <summary>What a person asks about many pairs of model and card.</summary>
/// <param name="Models">The models.</param>
/// <param name="Gpus">The cards.</param>
/// <param name="Goal">The wanted load, the same for every pair.</param>
internal sealed record MatrixQuestion(ImmutableArray<SizedModel> Models, ImmutableArray<GpuSku> Gpus, SizeGoal Goal);
