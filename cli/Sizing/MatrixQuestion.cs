using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Sizing;

/// <summary>What a person asks about many pairs of model and card.</summary>
/// <param name="Models">The models.</param>
/// <param name="Gpus">The cards.</param>
/// <param name="Goal">The wanted load, the same for every pair.</param>
internal sealed record MatrixQuestion(ImmutableArray<SizedModel> Models, ImmutableArray<GpuSku> Gpus, SizeGoal Goal)
{
    /// <summary>The questions about one model and each card. A context is cut to what the model has, so that models can be compared.</summary>
    public IEnumerable<SizeQuestion> PairsOf(SizedModel model)
    {
        var goal = Goal with { Context = Math.Min(Goal.Context ?? SizeDefaults.Context, model.Architecture.MaxPositions) };
        return Gpus.Select(gpu => new SizeQuestion(model, gpu, goal.Gpus ?? SizeDefaults.MatrixGpus, goal));
    }
}
