namespace Clawdbot.Infra.Capacity;

/// <summary>Sequences and tokens of one batch.</summary>
/// <param name="Sequences"><c>--max-num-seqs</c> in effect.</param>
/// <param name="Tokens"><c>--max-num-batched-tokens</c> in effect.</param>
internal readonly record struct BatchLimits(int Sequences, int Tokens)
{
    private const double LargeCardGiB = 70;

    /// <summary>
    /// What <c>vllm serve</c> uses. V1 (vllm/engine/arg_utils.py, get_batch_defaults): 1024 and 8192 from 70 GiB on, except A100 since 0.9;
    /// otherwise 256 and 2048. V0: 256 sequences, and the whole context in one batch up to 32,768 tokens, beyond that chunks of 2048.
    /// </summary>
    public static BatchLimits Of(MemoryModelInput input, EngineBehaviour engine, VllmVersion version, double totalGiB, int context)
    {
        var large = !engine.Legacy && totalGiB >= LargeCardGiB && !(input.Gpu.Name.StartsWith("a100", StringComparison.Ordinal) && version >= new VllmVersion(0, 9));
        var tokens = input.MaxNumBatchedTokens ?? (large ? 8192 : engine.Legacy && context <= 32768 ? Math.Max(context, 2048) : 2048);
        var sequences = input.MaxNumSeqs ?? (large ? 1024 : 256);
        if (input.MaxNumBatchedTokens is null)
            tokens = (int)Math.Max(Math.Min(tokens, (long)sequences * context), sequences);
        return new BatchLimits(Math.Min(sequences, tokens), tokens);
    }
}
