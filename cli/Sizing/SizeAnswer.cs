using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Capacity;

namespace Clawdbot.Cli.Sizing;

/// <summary>Answers a question about one model on one card.</summary>
internal static class SizeAnswer
{
    /// <summary>The answer.</summary>
    public static SizeReport To(SizeQuestion question)
    {
        var input = question.MemoryInput();
        var estimate = MemoryModel.Estimate(input);
        return new SizeReport
        {
            Model = question.Model.Name,
            Sku = question.Gpu.Name,
            Gpus = input.TensorParallelSize,
            VllmVersion = (input.Version ?? SizeDefaults.Version).ToString(),
            Reason = estimate.Reason,
            Terms = estimate.Terms,
            KvCacheTokens = estimate.KvTokens,
            MaxConcurrency = estimate.MaxConcurrency,
            Context = estimate.MaxModelLen,
            LargestContext = estimate.LargestContext,
            Flags = Flags(question, estimate),
            Notes = question.Model.Note.Length == 0 ? [] : [question.Model.Note],
        };
    }

    private static ImmutableArray<SizeFlag> Flags(SizeQuestion question, MemoryEstimate estimate)
    {
        string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
        var goal = question.Goal;
        var flags = ImmutableArray.CreateBuilder<SizeFlag>();
        flags.Add(new SizeFlag($"--tensor-parallel-size={Number(goal.Gpus ?? 1)}", goal.Gpus is null ? "vLLM's default" : "given"));
        flags.Add(new SizeFlag($"--max-model-len={Number(estimate.MaxModelLen)}", goal.Context is null ? "the model's longest" : "given"));
        flags.Add(new SizeFlag($"--max-num-seqs={Number(estimate.MaxNumSeqs)}", goal.MaxNumSeqs is null ? "vLLM's default on this card" : "given"));
        flags.Add(new SizeFlag($"--max-num-batched-tokens={Number(estimate.MaxNumBatchedTokens)}", goal.MaxNumBatchedTokens is null ? "vLLM's default on this card" : "given"));
        flags.AddRange(goal.Flags.Select(f => new SizeFlag(f, "given")));
        return flags.ToImmutable();
    }
}
