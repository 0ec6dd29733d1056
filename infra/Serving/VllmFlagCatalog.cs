using System.Collections.Frozen;
using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;

namespace Clawdbot.Infra.Serving;

/// <summary>The flags of vLLM by release, and those that must not be passed by hand. An unknown argument ends <c>vllm serve</c> at once.</summary>
public static class VllmFlagCatalog
{
    /// <summary>
    /// Flags whose existence depends on the release: those that the planner emits and that are younger than 0.6, and those that people
    /// still copy from old pages. Sources: vllm-project/vllm#24469 and #36012 (load strategy), #30011 (access log), #36666 (shutdown),
    /// #36216 (swap space), #28006 (rope), #26016 (graph sizes), #21739 and #29402 (request log).
    /// </summary>
    public static ImmutableArray<VllmFlag> All { get; } =
    [
        new("--batch-max-tokens", null, null, "the option is --max-num-batched-tokens") { NeverExisted = true },
        new("--max-batch-tokens", null, null, "the option is --max-num-batched-tokens") { NeverExisted = true },
        new("--max-batch-size", null, null, "the option is --max-num-seqs") { NeverExisted = true },
        new("--max-context-length", null, null, "the option is --max-model-len") { NeverExisted = true },
        new("--gpu-memory-fraction", null, null, "the option is --gpu-memory-utilization") { NeverExisted = true },
        // Deprecated in 0.10; pages disagree whether 0.12 or 0.17 was the first without it, and the later is certain.
        new("--disable-log-requests", null, new(0, 17), "requests are not logged unless --enable-log-requests is given"),
        new("--enable-log-requests", new(0, 10, 1), null, ""),
        new("--swap-space", null, new(0, 18), "--kv-offloading-size keeps KV cache in host memory"),
        new("--rope-scaling", null, new(0, 12), "use --hf-overrides"),
        new("--rope-theta", null, new(0, 12), "use --hf-overrides"),
        new("--cuda-graph-sizes", null, new(0, 13), "use --cudagraph-capture-sizes"),
        // There in 0.11 and gone after 0.29; pages do not say when, so it is refused as soon as it may be gone.
        new("--calculate-kv-scales", null, new(0, 20), "FP8 scales come from the checkpoint"),
        new("--optimization-level", new(0, 12), null, ""),
        new("--safetensors-load-strategy", new(0, 11), null, ""),
        new("--disable-access-log-for-endpoints", new(0, 16), null, ""),
        new("--shutdown-timeout", new(0, 18), null, ""),
    ];

    private static readonly FrozenDictionary<string, VllmFlag> ByName = All.ToFrozenDictionary(flag => flag.Name);

    /// <summary>Why a release does not know a flag, as a sentence; null when it does, or when the table says nothing about the flag.</summary>
    /// <param name="name">The flag with its dashes, without a value.</param>
    /// <param name="version">Release of vLLM.</param>
    public static string? WhyMissing(string name, VllmVersion version) => ByName.GetValueOrDefault(name)?.WhyMissing(version);

    /// <summary>The arguments that a release would not understand, each with the sentence that says why.</summary>
    /// <param name="arguments">Arguments after <c>vllm serve</c>, <c>--name</c> or <c>--name=value</c>.</param>
    /// <param name="version">Release of vLLM.</param>
    public static IEnumerable<(string Flag, string Why)> Missing(IEnumerable<string> arguments, VllmVersion version)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        foreach (var argument in arguments)
        {
            var name = argument.Split('=')[0];
            if (WhyMissing(name, version) is { } why)
                yield return (name, why);
        }
    }

    /// <summary>Flags that the components write themselves, and the setting (or reason) behind each.</summary>
    public static FrozenDictionary<string, string> Owned { get; } = new Dictionary<string, string>
    {
        ["--model"] = "The model comes from the settings 'model' and 'revision'.",
        ["--revision"] = "The revision is part of the model's directory; use the setting 'revision'.",
        ["--served-model-name"] = "Use the setting 'servedModelName'.",
        ["--host"] = "The server always listens on all interfaces of its pod.",
        ["--port"] = "The port is fixed, because services and network policies name it.",
        ["--max-model-len"] = "Use the setting 'maxModelLen'.",
        ["--gpu-memory-utilization"] = "Use the setting 'gpuMemoryUtilization'.",
        ["--max-num-seqs"] = "Use the setting 'maxNumSeqs'.",
        ["--max-num-batched-tokens"] = "Use the setting 'maxNumBatchedTokens'.",
        ["--tensor-parallel-size"] = "Use the setting 'tensorParallelSize'.",
        ["-tp"] = "Use the setting 'tensorParallelSize'.",
        ["--pipeline-parallel-size"] = "A server never spans nodes; use 'tensorParallelSize'.",
        ["-pp"] = "A server never spans nodes; use 'tensorParallelSize'.",
        ["--data-parallel-size"] = "Use 'replicas': each replica has its own probes and rollout.",
        ["-dp"] = "Use 'replicas': each replica has its own probes and rollout.",
        ["--dtype"] = "Use the setting 'dtype'.",
        ["--quantization"] = "Use the setting 'quantization'.",
        ["-q"] = "Use the setting 'quantization'.",
        ["--kv-cache-dtype"] = "Use the setting 'kvCacheDtype'.",
        ["--enforce-eager"] = "Use the setting 'enforceEager'.",
        ["--no-enforce-eager"] = "Use the setting 'enforceEager'.",
        ["--enable-prefix-caching"] = "Use the setting 'prefixCaching'.",
        ["--no-enable-prefix-caching"] = "Use the setting 'prefixCaching'.",
        ["--safetensors-load-strategy"] = "Use the setting 'safetensorsLoadStrategy'.",
        ["--enable-auto-tool-choice"] = "Use the setting 'toolCallParser'.",
        ["--tool-call-parser"] = "Use the setting 'toolCallParser'.",
        ["--shutdown-timeout"] = "Use the setting 'drainSeconds'; the pod's grace period follows it.",
        ["--disable-access-log-for-endpoints"] = "Probe and metrics requests are kept out of the log already.",
        ["--api-key"] = "The key would be visible in the process list; it comes from a Secret.",
        ["--config"] = "A file of flags would bypass these checks.",
    }.ToFrozenDictionary();
}
