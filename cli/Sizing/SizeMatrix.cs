using System.Collections.Immutable;
using Clawdbot.Infra.Capacity.Planning;

namespace Clawdbot.Cli.Sizing;

/// <summary>Every model of the catalogue on every card.</summary>
/// <param name="Rows">One per pair, models by id, cards by memory.</param>
/// <param name="Notes">What a reader should know besides.</param>
internal sealed record SizeMatrix(ImmutableArray<MatrixRow> Rows, ImmutableArray<string> Notes)
{
    /// <summary>Plans every pair for the same load.</summary>
    public static SizeMatrix Of(MatrixQuestion question) => new(
        [.. question.Models.AsParallel().AsOrdered().SelectMany(model => question.PairsOf(model).Select(Row))],
        [.. question.Models.Select(m => m.Note).Where(n => n.Length > 0)]);

    private static MatrixRow Row(SizeQuestion question)
    {
        var request = question.Request();
        var (model, gpu) = (question.Model.Name, question.Gpu.Name);
        var mistakes = CapacityRequestRules.Check(request, model, "");
        if (mistakes.Count > 0)
        {
            // What is impossible for this pair only, such as bfloat16 on an old card, must not stop the others.
            return new MatrixRow(
                model, gpu, question.Goal.Gpus ?? 1, request.Goal.ContextTokens, string.Join(' ', mistakes.Select(m => m.ToString().TrimEnd())), 0, 0, null, null, null);
        }

        var plan = CapacityPlanner.Search(request);
        return new MatrixRow(
            model, gpu, plan.GpusPerReplica, plan.Memory.MaxModelLen, plan.Refusal, plan.Memory.KvTokens, plan.Memory.MaxConcurrency,
            plan.Fits ? plan.TokensPerSecond : null, plan.Fits ? plan.PricePerHour : null, plan.Fits ? plan.PricePerMillionTokens : null);
    }
}
