using System.Globalization;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Serving;

/// <summary>Rules for <see cref="VllmOptions"/>: what the server would refuse at start is refused here, by name.</summary>
public static partial class VllmRules
{
    /// <summary>All mistakes in <paramref name="options"/>.</summary>
    /// <param name="options">The options.</param>
    /// <param name="gpu">The card that the server runs on; null leaves out the rules about cards.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    /// <param name="version">Release of vLLM; null means <see cref="VllmDefaults.Version"/>.</param>
    public static IReadOnlyList<Diagnostic> Check(VllmOptions options, GpuSku? gpu, string subject, string remedy, VllmVersion? version = null)
    {
        var release = version ?? VllmDefaults.Version;
        var findings = new Findings(subject, remedy);
        if (!ServedModelName().IsMatch(options.ServedModelName))
            findings.Add(DiagnosticIds.InvalidName, "servedModelName", $"'{options.ServedModelName}'", "1 to 128 letters, digits, '.', '_', ':', '/' and '-', starting with a letter or digit");
        CheckNumbers(options, findings);
        CheckFormats(options, gpu, findings);
        for (var index = 0; index < options.ExtraFlags.Length; index++)
            CheckExtraFlag($"extraFlags[{index}]", options.ExtraFlags[index], release, findings);
        CheckRepeatedFlags(options, findings);
        foreach (var (flag, why) in VllmFlagCatalog.Missing(VllmFlags.Build("", options with { ExtraFlags = [] }, 0), release))
            findings.Add(DiagnosticIds.FlagNotInRelease, "version", release.ToString(), $"releases with {flag}, which this configuration needs", why);
        return findings.Diagnostics;
    }

    private static void CheckNumbers(VllmOptions options, Findings findings)
    {
        findings.InRange("maxModelLen", options.MaxModelLen, VllmDefaults.MaxModelLen);
        // Written so that NaN fails too.
        if (!(options.GpuMemoryUtilization is >= VllmDefaults.MinimumGpuMemoryUtilization and <= VllmDefaults.MaximumGpuMemoryUtilization))
        {
            findings.Add(DiagnosticIds.OutOfRange, "gpuMemoryUtilization", options.GpuMemoryUtilization.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{VllmDefaults.MinimumGpuMemoryUtilization:0.00} to {VllmDefaults.MaximumGpuMemoryUtilization:0.00}"));
        }
        findings.InRange("maxNumSeqs", options.MaxNumSeqs, VllmDefaults.MaxNumSeqs);
        findings.InRange("maxNumBatchedTokens", options.MaxNumBatchedTokens, VllmDefaults.MaxNumBatchedTokens);
        if (!VllmDefaults.TensorParallelSizes.Contains(options.TensorParallelSize))
            findings.Add(DiagnosticIds.OutOfRange, "tensorParallelSize", Text(options.TensorParallelSize), "1, 2, 4 or 8");
        if (options.MaxNumSeqs > options.MaxNumBatchedTokens)
            findings.Add(DiagnosticIds.ContradictoryVllmOptions, "maxNumSeqs", Text(options.MaxNumSeqs), $"at most maxNumBatchedTokens, which is {Text(options.MaxNumBatchedTokens)}");
    }

    private static void CheckFormats(VllmOptions options, GpuSku? gpu, Findings findings)
    {
        findings.OneOf(DiagnosticIds.InvalidVllmValue, "dtype", options.Dtype, VllmDefaults.Dtypes);
        if (options.Dtype == "bfloat16" && gpu is { HasBfloat16: false })
            findings.Add(DiagnosticIds.UnsupportedByGpu, "dtype", "'bfloat16'", $"'half' or 'auto' on {gpu.Name}, which has no bfloat16");
        if (options.Quantization is "fp16" or "bf16" or "float16" or "bfloat16" or "half")
        {
            findings.Add(DiagnosticIds.InvalidVllmValue, "quantization", $"'{options.Quantization}'", string.Join(", ", VllmDefaults.Quantizations),
                "16-bit inference is not a quantization: leave the key out and set dtype.");
        }
        else if (options.Quantization is { } quantization)
        {
            findings.OneOf(DiagnosticIds.InvalidVllmValue, "quantization", quantization, VllmDefaults.Quantizations);
        }
        if (options.KvCacheDtype is { } kvCacheDtype)
        {
            findings.OneOf(DiagnosticIds.InvalidVllmValue, "kvCacheDtype", kvCacheDtype, VllmDefaults.KvCacheDtypes);
            if (kvCacheDtype.StartsWith("fp8", StringComparison.Ordinal) && gpu is { HasFp8KvCache: false })
                findings.Add(DiagnosticIds.UnsupportedByGpu, "kvCacheDtype", $"'{kvCacheDtype}'", $"'auto' on {gpu.Name}, which cannot keep the KV cache in FP8");
        }
        if (options.SafetensorsLoadStrategy is { } strategy)
            findings.OneOf(DiagnosticIds.InvalidVllmValue, "safetensorsLoadStrategy", strategy, VllmDefaults.SafetensorsLoadStrategies);
        if (options.ToolCallParser is { } parser)
            findings.OneOf(DiagnosticIds.InvalidVllmValue, "toolCallParser", parser, VllmDefaults.ToolCallParsers);
    }

    private static void CheckExtraFlag(string member, string flag, VllmVersion release, Findings findings)
    {
        var name = NameOf(flag);
        if (VllmFlagCatalog.WhyMissing(name, release) is { } why)
            findings.Add(DiagnosticIds.InvalidVllmFlag, member, $"'{name}'", $"flags of vLLM {release}", why);
        else if (VllmFlagCatalog.Owned.TryGetValue(name, out var owner))
            findings.Add(DiagnosticIds.InvalidVllmFlag, member, $"'{name}'", "flags without a setting of their own", owner);
        else if (!ExtraFlag().IsMatch(flag))
            findings.Add(DiagnosticIds.InvalidVllmFlag, member, $"'{flag}'", "--name or --name=value as one entry");
    }

    private static void CheckRepeatedFlags(VllmOptions options, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < options.ExtraFlags.Length; index++)
        {
            var name = NameOf(options.ExtraFlags[index]);
            if (!seen.Add(name))
                findings.Add(DiagnosticIds.DuplicateName, $"extraFlags[{index}]", $"'{name}' again", "each flag once");
        }
    }

    /// <summary>vLLM's parser takes underscores for dashes, so the catalogue must not be bypassed by writing them.</summary>
    private static string NameOf(string flag) => flag.Split('=', ' ')[0].Replace('_', '-');

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}\z")]
    private static partial Regex ServedModelName();

    [GeneratedRegex(@"\A--[a-z][a-z0-9._-]*(=\S.*)?\z")]
    private static partial Regex ExtraFlag();
}
