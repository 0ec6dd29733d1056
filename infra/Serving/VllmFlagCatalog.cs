using System.Collections.Frozen;

namespace Clawdbot.Infra.Serving;

/// <summary>vLLM flags that must not be passed by hand, with the reason. An unknown argument ends <c>vllm serve</c> at once.</summary>
public static class VllmFlagCatalog
{
    /// <summary>Flags that the pinned version does not accept, and what to do instead.</summary>
    public static FrozenDictionary<string, string> Nonexistent { get; } = new Dictionary<string, string>
    {
        ["--batch-max-tokens"] = "It never existed; the option is --max-num-batched-tokens.",
        ["--disable-log-requests"] = "It was removed (unrecognized since vLLM 0.17); requests are not logged unless --enable-log-requests is given.",
        ["--swap-space"] = "It was removed in vLLM 0.18; --kv-offloading-size keeps KV cache in host memory.",
        ["--rope-scaling"] = "It was removed in November 2025; use --hf-overrides.",
        ["--rope-theta"] = "It was removed in November 2025; use --hf-overrides.",
        ["--cuda-graph-sizes"] = "It was replaced by --cudagraph-capture-sizes.",
        ["--calculate-kv-scales"] = "It was removed; FP8 scales come from the checkpoint.",
    }.ToFrozenDictionary();

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
        ["--shutdown-timeout"] = "Use the setting 'drainSeconds'; the pod's grace period follows it.",
        ["--disable-access-log-for-endpoints"] = "Probe and metrics requests are kept out of the log already.",
        ["--api-key"] = "The key would be visible in the process list; it comes from a Secret.",
        ["--config"] = "A file of flags would bypass these checks.",
    }.ToFrozenDictionary();
}
