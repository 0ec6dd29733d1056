using System.Globalization;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity;

/// <summary>What <see cref="MemoryModel"/> can be asked.</summary>
public static class MemoryModelRules
{
    /// <summary>Finds every mistake in the input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="subject">What the input belongs to, for the messages.</param>
    /// <param name="remedy">Where the reader changes it, as a sentence.</param>
    public static IReadOnlyList<Diagnostic> Check(MemoryModelInput input, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(input);
        var findings = new Findings(subject, remedy);
        CheckParallelism(input, findings);
        if (input.GpuMemoryUtilization is { } share && !(share > 0 && share <= 1))
            findings.Add(DiagnosticIds.CapacityOutOfRange, "gpuMemoryUtilization", Text(share), "above 0 and at most 1");
        CheckContext(input, findings);
        AtLeastOne(findings, "maxNumSeqs", input.MaxNumSeqs);
        AtLeastOne(findings, "maxNumBatchedTokens", input.MaxNumBatchedTokens);
        if (input is { MaxNumSeqs: { } seqs, MaxNumBatchedTokens: { } tokens } && seqs > tokens)
            findings.Add(DiagnosticIds.CapacityOutOfRange, "maxNumSeqs", Text(seqs), $"at most maxNumBatchedTokens, {Text(tokens)}");
        Positive(findings, "totalGiB", input.TotalGiB);
        Positive(findings, "freeAtStartGiB", input.FreeAtStartGiB);
        CheckTypes(input, findings);
        return findings.Diagnostics;
    }

    private static void CheckParallelism(MemoryModelInput input, Findings findings)
    {
        var heads = input.Model.AttentionHeads;
        if (input.TensorParallelSize < 1 || heads % input.TensorParallelSize != 0)
        {
            findings.Add(DiagnosticIds.CapacityTensorParallel, "tensorParallelSize", Text(input.TensorParallelSize),
                $"divisors of the {Text(heads)} attention heads: {string.Join(", ", Enumerable.Range(1, Math.Min(heads, 16)).Where(size => heads % size == 0).Select(size => Text(size)))}");
        }
    }

    private static void CheckContext(MemoryModelInput input, Findings findings)
    {
        if (input.MaxModelLen is not { } length)
            return;
        if (length < 1 || (length > input.Model.MaxPositions && !input.AllowLongContext))
        {
            findings.Add(DiagnosticIds.CapacityContext, "maxModelLen", Text(length), $"1 to {Text(input.Model.MaxPositions)}, the longest context of the model");
        }
    }

    private static void CheckTypes(MemoryModelInput input, Findings findings)
    {
        if (input.Dtype == ElementType.Fp8)
            findings.Add(DiagnosticIds.CapacityType, "dtype", "fp8", "auto, float16, bfloat16, float32", "FP8 is a weight or cache format.");
        if (input.Dtype == ElementType.Bf16 && !input.Gpu.HasBfloat16)
            findings.Add(DiagnosticIds.CapacityType, "dtype", "bfloat16", $"auto, float16 or float32 on {input.Gpu.Name}, whose compute capability is below 8.0");
        if (input.KvCacheDtype == ElementType.Fp8 && !input.Gpu.HasFp8KvCache)
            findings.Add(DiagnosticIds.CapacityType, "kvCacheDtype", "fp8", $"auto on {input.Gpu.Name}, whose compute capability is below 8.0");
    }

    private static void AtLeastOne(Findings findings, string member, int? value)
    {
        if (value < 1)
            findings.Add(DiagnosticIds.CapacityOutOfRange, member, Text(value.Value), "1 and more");
    }

    private static void Positive(Findings findings, string member, double? value)
    {
        if (value is { } gib && !(gib > 0 && double.IsFinite(gib)))
            findings.Add(DiagnosticIds.CapacityOutOfRange, member, Text(gib), "above 0");
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
