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
    public static SizeMatrix Of(MatrixQuestion question) =>
        new([.. question.Models.SelectMany(model => question.Gpus.Select(gpu => Pair(model, gpu, question.Goal)))], [.. question.Models.Select(m => m.Note).Where(n => n.Length > 0)]);

    /// <summary>The smallest server that fits, or else the largest that was tried.</summary>
    private static MatrixRow Pair(SizedModel model, GpuSku gpu, SizeGoal goal)
    {
        var context = Math.Min(goal.Context ?? SizeDefaults.MatrixContext, model.Architecture.MaxPositions);
        var sizes = goal.Gpus is { } given ? [given] : ServerSizes.Where(size => model.Architecture.AttentionHeads % size == 0);
        var tried = sizes.Select(gpus => Row(new SizeQuestion(model, gpu, goal with { Gpus = gpus, Context = context })));
        MatrixRow? last = null;
        foreach (var row in tried)
        {
            last = row;
            if (row.Fits)
            {
                break;
            }
        }

        return last!;
    }

    private static MatrixRow Row(SizeQuestion question)
    {
        var mistakes = MemoryModelRules.Check(question.MemoryInput(), question.Model.Name, "");
        if (mistakes.Count > 0)
        {
            // What is impossible for this pair only, such as bfloat16 on an old card, must not stop the others.
            return new MatrixRow(
                question.Model.Name, question.Gpu.Name, question.Goal.Gpus ?? 1, question.Goal.Context ?? 0,
                string.Join(' ', mistakes.Select(m => m.ToString().TrimEnd())), 0, 0, null, null, null);
        }

        var report = SizeAnswer.To(question);
        return new MatrixRow(report.Model, report.Sku, report.Gpus, report.Context, report.Reason, report.KvCacheTokens, report.MaxConcurrency, null, null, null);
    }
}
