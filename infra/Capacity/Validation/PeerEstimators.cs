namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>Published ways to estimate KV memory, restated as formulas, for comparison with <see cref="MemoryModel"/>.</summary>
public static class PeerEstimators
{
    /// <summary>KAITO counts loaded weights 2 % above the checkpoint.</summary>
    public const double KaitoWeightFactor = 1.02;

    /// <summary>KAITO's base overhead on each GPU in GiB.</summary>
    public const double KaitoBaseOverheadGiB = 2.3;

    /// <summary>KAITO's overhead that grows with the weights.</summary>
    public const double KaitoWeightOverhead = 0.05;

    /// <summary>Share of the budget that the flat rule holds back.</summary>
    public const double FlatReserve = 0.10;

    /// <summary>
    /// KAITO's memory estimator (kaito-project/kaito website/docs/memory-estimator.md, "Worked Example"): usable memory, less weights
    /// x 1.02, less 2.3 GiB and 5 % of those weights. The server's own memory share stands for KAITO's 0.84, which favours it.
    /// </summary>
    /// <param name="input">The server.</param>
    /// <returns>KV memory of one GPU in GiB, at least 0.</returns>
    public static double KaitoKvGiB(MemoryModelInput input)
    {
        var weights = CheckpointGiB(input) * KaitoWeightFactor;
        return Math.Max(0, BudgetGiB(input) - weights - KaitoBaseOverheadGiB - (KaitoWeightOverhead * weights));
    }

    /// <summary>The rule of thumb: weights and cache share the budget less a flat tenth for everything else.</summary>
    /// <param name="input">The server.</param>
    /// <returns>KV memory of one GPU in GiB, at least 0.</returns>
    public static double FlatReserveKvGiB(MemoryModelInput input) => Math.Max(0, (BudgetGiB(input) * (1 - FlatReserve)) - CheckpointGiB(input));

    /// <summary>Both divide by the cache bytes of all layers: 2 x layers x key and value heads x head width x element, split over the GPUs.</summary>
    /// <param name="input">The server.</param>
    /// <param name="kvGiB">KV memory of one GPU in GiB.</param>
    public static long Tokens(MemoryModelInput input, double kvGiB)
    {
        ArgumentNullException.ThrowIfNull(input);
        var model = input.Model;
        var element = input.KvCacheDtype == ElementType.Auto ? MemoryModel.ResolveDtype(input).Bytes() : input.KvCacheDtype.Bytes();
        var perToken = model.Latent is { } latent
            ? (double)model.Layers * (latent.KvRank + latent.RotaryDim) * element
            : 2.0 * model.Layers * model.KvHeads * model.HeadDim * element / input.TensorParallelSize;
        return (long)(kvGiB * MemoryModelDefaults.GiB / perToken);
    }

    private static double BudgetGiB(MemoryModelInput input) =>
        (input.TotalGiB ?? input.Gpu.TotalGiB) * (input.GpuMemoryUtilization ?? MemoryModelDefaults.EarlierUtilization);

    /// <summary>The checkpoint's size: parameters by format, evenly over the GPUs.</summary>
    private static double CheckpointGiB(MemoryModelInput input)
    {
        var linear = WeightTensors.OnOneGpu(input.Model, 1).Where(tensor => tensor.Kind is WeightKind.Linear or WeightKind.Expert).Sum(tensor => (double)tensor.Elements * tensor.Count);
        linear = Math.Min(linear, input.Model.Parameters);
        var format = input.Format ?? input.Model.Format;
        var element = MemoryModel.ResolveDtype(input).Bytes();
        var bytes = format switch
        {
            WeightFormat.Unquantized => element,
            WeightFormat.Fp8 or WeightFormat.W8A8 => 1,
            _ => 0.5,
        };
        return ((linear * bytes) + ((input.Model.Parameters - linear) * element)) / input.TensorParallelSize / MemoryModelDefaults.GiB;
    }
}
