using System.Collections.Immutable;
using System.Globalization;

namespace Clawdbot.Infra.Serving;

/// <summary>The argument list of <c>vllm serve</c>, from plain values.</summary>
public static class VllmFlags
{
    /// <summary>
    /// Arguments after <c>vllm serve</c>: the model's directory, then one <c>--name=value</c> each in a fixed order, extra flags last.
    /// </summary>
    /// <param name="modelPath">Directory of the weights, as the server sees it.</param>
    /// <param name="options">Options that passed <see cref="VllmRules"/>.</param>
    /// <param name="shutdownTimeoutSeconds">Seconds that running requests get after SIGTERM (vLLM 0.18 and newer; 0 aborts them).</param>
    public static ImmutableArray<string> Build(string modelPath, VllmOptions options, int shutdownTimeoutSeconds)
    {
        ArgumentNullException.ThrowIfNull(options);
        var flags = ImmutableArray.CreateBuilder<string>();
        flags.Add(modelPath);
        Add("served-model-name", options.ServedModelName);
        Add("host", VllmDefaults.Host);
        Add("port", Number(VllmDefaults.Port));
        Add("max-model-len", Number(options.MaxModelLen));
        Add("gpu-memory-utilization", options.GpuMemoryUtilization.ToString("0.0###", CultureInfo.InvariantCulture));
        Add("max-num-seqs", Number(options.MaxNumSeqs));
        Add("max-num-batched-tokens", Number(options.MaxNumBatchedTokens));
        Add("tensor-parallel-size", Number(options.TensorParallelSize));
        Add("dtype", options.Dtype);
        if (options.Quantization is { } quantization)
            Add("quantization", quantization);
        if (options.KvCacheDtype is { } kvCacheDtype)
            Add("kv-cache-dtype", kvCacheDtype);
        if (options.EnforceEager)
            flags.Add("--enforce-eager");
        flags.Add(options.PrefixCaching ? "--enable-prefix-caching" : "--no-enable-prefix-caching");
        if (options.SafetensorsLoadStrategy is { } strategy)
            Add("safetensors-load-strategy", strategy);
        if (options.ToolCallParser is { } parser)
        {
            flags.Add("--enable-auto-tool-choice");
            Add("tool-call-parser", parser);
        }
        Add("shutdown-timeout", Number(shutdownTimeoutSeconds));
        // Probes and scrapes every few seconds would bury everything else in the log.
        Add("disable-access-log-for-endpoints", $"{VllmDefaults.HealthPath},/metrics");
        flags.AddRange(options.ExtraFlags);
        return flags.ToImmutable();

        void Add(string name, string value) => flags.Add($"--{name}={value}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
