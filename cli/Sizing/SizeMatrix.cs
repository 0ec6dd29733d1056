using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Sizing;

/// <summary>Every model of the catalogue on every card.</summary>
/// <param name="Rows">One per pair, models by id, cards by memory.</param>
/// <param name="Notes">What a reader should know besides.</param>
internal sealed record SizeMatrix(ImmutableArray<MatrixRow> Rows, ImmutableArray<string> Notes)
{
    // What the nodes of one server may have: vLLM splits over powers of two, and no instance type has more than eight GPUs.
    private static readonly ImmutableArray<int> ServerSizes = [1, 2, 4, 8];

    /// <summary>Sizes every pair for the same load.</summary>
    public static SizeMatrix Of(SizeGoal goal) =>
        new([.. ModelCatalog.All.SelectMany(model => GpuCatalog.All.Select(gpu => Pair(model, gpu, goal)))], []);

    private static MatrixRow Pair(ModelEntry model, GpuSku gpu, SizeGoal goal)
    {
        MatrixRow? last = null;
        foreach (var gpus in ServerSizes.Where(size => model.Architecture.AttentionHeads % size == 0))
        {
            var question = new SizeQuestion
            {
                Model = model.Id, Architecture = model.Architecture, Format = model.Architecture.Format, Gpu = gpu,
                Goal = goal with { Gpus = gpus, Context = Math.Min(goal.Context ?? 8192, model.Architecture.MaxPositions) },
            };
            var report = SizeAnswer.To(question);
            last = new MatrixRow(model.Id, gpu.Name, gpus, report.Context, report.Reason, report.KvCacheTokens, report.MaxConcurrency, null, null, null);
            if (last.Fits)
            {
                break;
            }
        }

        return last!;
    }
}
