using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Planning;

namespace Clawdbot.Cli.Sizing;

/// <summary>What a person asks about one model on one card.</summary>
/// <param name="Model">The model.</param>
/// <param name="Gpu">The card.</param>
/// <param name="GpusPerNode">Cards that one machine may have.</param>
/// <param name="Goal">The wanted load and the options that are set by hand.</param>
internal sealed record SizeQuestion(SizedModel Model, GpuSku Gpu, int GpusPerNode, SizeGoal Goal)
{
    /// <summary>The question as the planner takes it.</summary>
    public CapacityRequest Request() => new()
    {
        ModelId = Model.Name,
        Model = Model.Architecture,
        Format = Model.Format,
        Gpu = Gpu,
        GpusPerNode = GpusPerNode,
        Goal = Goal.Load(Model.Architecture.MaxPositions),
        Version = Goal.Release,
        ServedModelName = Model.ServedName,
        Overrides = Goal.Overrides,
        AnyMemoryShare = true,
    };
}
