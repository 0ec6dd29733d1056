using System.Collections.Frozen;

namespace Clawdbot.Policies.Serving;

/// <summary>
/// The flags of <c>vllm serve</c>: those of today (the reference on docs.vllm.ai, and the options of the engine and the frontend in vllm-project/vllm), those of
/// earlier releases, and some that were never there but are copied from page to page.
/// </summary>
internal static class VllmFlags
{
    private const string Switches = """
        --headless --grpc --disable-log-stats --aggregate-engine-logging --fail-on-environ-validation --enable-log-requests --trust-request-chat-template
        --return-tokens-as-token-ids --enable-auto-tool-choice --exclude-tools-when-tool-choice-none --enable-prompt-tokens-details --enable-server-load-tracking
        --enable-per-request-metrics --enable-force-include-usage --enable-tokenizer-info-endpoint --enable-log-outputs --enable-log-deltas --log-error-stack --tokens-only
        --cohere-is-reasoning-model --disable-uvicorn-access-log --allow-credentials --enable-ssl-refresh --enable-request-id-headers --disable-fastapi-docs
        --enable-offline-docs --enable-flash-late-interaction --trust-remote-code --allow-deprecated-quantization --enforce-eager --enable-return-routed-experts
        --use-fp64-gumbel --disable-sliding-window --disable-cascade-attn --skip-tokenizer-init --enable-prompt-embeds --enable-sleep-mode --enable-cumem-allocator
        --use-tqdm-on-load --enable-mamba-cache-stochastic-rounding --numa-bind --data-parallel-hybrid-lb --data-parallel-external-lb
        --data-parallel-multi-port-external-lb --enable-expert-parallel --enable-ep-weight-filter --enable-dbo --enable-elastic-ep
        --disable-nccl-for-dp-synchronization --enable-eplb --ray-workers-use-nsight --disable-custom-all-reduce --enable-prefix-caching --kv-sharing-fast-prefill
        --language-model-only --enable-mm-embeds --mm-encoder-only --interleave-mm-strings --skip-mm-profiling --enable-lora --enable-tower-connector-lora
        --fully-sharded-loras --specialize-active-lora --enable-mixed-moe-lora-format --kv-cache-metrics --cudagraph-metrics --enable-layerwise-nvtx-tracing
        --enable-mfu-metrics --enable-logging-iteration-details --jit-monitor-verbose --enable-chunked-prefill --disable-chunked-mm-input --scheduler-reserve-full-isl
        --disable-hybrid-kv-cache-manager --async-scheduling --enable-flashinfer-autotune --enable-multimodal-encoder-data-parallel
        --disable-mm-preprocessor-cache --disable-frontend-multiprocessing --enable-lora-bias --help
        """;

    private const string Valued = """
        --api-server-count --config --shutdown-timeout --gdn-prefill-backend --chat-template --chat-template-content-format --default-chat-template-kwargs --response-role
        --tool-call-parser --tool-parser-plugin --tool-server --log-config-file --max-log-len --cohere-format --fingerprint-mode --fingerprint-value --host --port
        --data-parallel-supervisor-port --dp-supervisor-probe-interval-s --dp-supervisor-probe-timeout-s --dp-supervisor-probe-failure-threshold --uds
        --uvicorn-log-level --disable-access-log-for-endpoints --allowed-origins --allowed-methods --allowed-headers --ssl-keyfile --ssl-certfile --ssl-ca-certs
        --ssl-cert-reqs --ssl-ciphers --root-path --middleware --h11-max-incomplete-event-size --h11-max-header-count --model --runner --convert --task --tokenizer
        --tokenizer-mode --dtype --seed --hf-config-path --allowed-local-media-path --revision --code-revision --tokenizer-revision --max-model-len --quantization
        --quantization-config --max-logprobs --logprobs-mode --config-format --hf-overrides --pooler-config --override-pooler-config --generation-config
        --override-generation-config --model-impl --override-attention-dtype --io-processor-plugin --renderer-num-workers --load-format --download-dir
        --safetensors-load-strategy --safetensors-prefetch-num-threads --safetensors-prefetch-block-size --model-loader-extra-config --pt-load-map-location
        --attention-backend --mamba-backend --mamba-cache-philox-rounds --reasoning-parser --reasoning-parser-plugin --distributed-executor-backend
        --pipeline-parallel-size --master-addr --master-port --nnodes --node-rank --distributed-timeout-seconds --cpu-distributed-timeout-seconds --numa-bind-cpus
        --tensor-parallel-size --decode-context-parallel-size --dcp-comm-backend --dcp-kv-cache-interleave-size --cp-kv-cache-interleave-size
        --prefill-context-parallel-size --data-parallel-size --data-parallel-rank --data-parallel-start-rank --data-parallel-size-local --data-parallel-address
        --data-parallel-rpc-port --data-parallel-backend --all2all-backend --ubatch-size --dbo-decode-token-threshold --dbo-prefill-token-threshold --eplb-config
        --expert-placement-strategy --max-parallel-loading-workers --worker-cls --worker-extension-cls --block-size --gpu-memory-utilization
        --kv-cache-memory-bytes --kv-cache-memory --kv-cache-dtype --num-gpu-blocks-override --prefix-caching-hash-algo --mamba-cache-dtype --mamba-ssm-cache-dtype
        --mamba-block-size --mamba-cache-mode --kv-offloading-size --kv-offloading-backend --offload-backend --cpu-offload-gb --offload-group-size
        --offload-num-in-group --offload-prefetch-step --limit-mm-per-prompt --media-io-kwargs --mm-processor-kwargs --mm-processor-cache-gb
        --mm-processor-cache-type --mm-shm-cache-max-object-size-mb --mm-encoder-tp-mode --mm-encoder-attn-backend --mm-encoder-attn-dtype
        --mm-encoder-fp8-scale-path --mm-encoder-fp8-scale-save-path --mm-encoder-fp8-scale-save-margin --video-pruning-rate --mm-tensor-ipc --max-loras
        --max-lora-rank --lora-dtype --max-cpu-loras --default-mm-loras --lora-extra-vocab-size --show-hidden-metrics-for-version --otlp-traces-endpoint
        --kv-cache-metrics-sample --max-num-batched-tokens --max-num-seqs --max-num-partial-prefills --max-long-partial-prefills --long-prefill-token-threshold
        --scheduling-policy --scheduler-cls --watermark --prefill-schedule-interval --stream-interval --max-cudagraph-capture-size --moe-backend --linear-backend
        --speculative-config --spec-method --spec-model --spec-tokens --diffusion-config --kv-transfer-config --kv-events-config --ec-transfer-config
        --compilation-config --attention-config --optimization-level --performance-mode --structured-outputs-config --kernel-config --additional-config
        --profiler-config --weight-transfer-config --hf-token --max-seq-len-to-capture --num-lookahead-slots --logits-processor-pattern
        --collect-detailed-traces --numa-bind-nodes
        """;

    private const string Lists = """
        --lora-modules --served-model-name --api-key --logits-processors --ignore-patterns --cudagraph-capture-sizes --kv-cache-dtype-skip-layers
        --lora-target-modules --cpu-offload-params --offload-params --ir-op-priority --allowed-media-domains --prompt-adapters
        """;

    private static readonly Dictionary<string, string> ShortForms = new(StringComparer.Ordinal)
    {
        ["-tp"] = "--tensor-parallel-size",
        ["-pp"] = "--pipeline-parallel-size",
        ["-dp"] = "--data-parallel-size",
        ["-q"] = "--quantization",
        ["-cc"] = "--compilation-config",
        ["-ac"] = "--attention-config",
        ["-sc"] = "--speculative-config",
        ["-ep"] = "--enable-expert-parallel",
        ["-asc"] = "--api-server-count",
        ["-dcp"] = "--decode-context-parallel-size",
        ["-pcp"] = "--prefill-context-parallel-size",
        ["-dpr"] = "--data-parallel-rank",
        ["-dpn"] = "--data-parallel-rank",
        ["-dpl"] = "--data-parallel-size-local",
        ["-dpa"] = "--data-parallel-address",
        ["-dpp"] = "--data-parallel-rpc-port",
        ["-dpb"] = "--data-parallel-backend",
        ["-dph"] = "--data-parallel-hybrid-lb",
        ["-dpe"] = "--data-parallel-external-lb",
        ["-n"] = "--nnodes",
        ["-r"] = "--node-rank",
        ["-h"] = "--help",
    };

    private static readonly FrozenDictionary<string, VllmFlagKind> Kinds = Words(Switches).Select(name => (name, VllmFlagKind.Switch))
        .Concat(Words(Valued).Select(name => (name, VllmFlagKind.Value)))
        .Concat(Words(Lists).Select(name => (name, VllmFlagKind.Values)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Flags that were there once. Where pages disagree about the release, it is the later one.</summary>
    public static IReadOnlyList<RemovedFlag> Removed { get; } =
    [
        new("--disable-log-requests", new(0, 17), "Leave it out: requests are not logged unless --enable-log-requests is given."),
        new("--swap-space", new(0, 18), "Leave it out, or keep KV cache in host memory with --kv-offloading-size."),
        new("--preemption-mode", new(0, 11), "Leave it out: requests that lose their cache are always recomputed."),
        new("--cuda-graph-sizes", new(0, 13), "Use --cudagraph-capture-sizes."),
        new("--rope-scaling", new(0, 12), "Use --hf-overrides."),
        new("--rope-theta", new(0, 12), "Use --hf-overrides."),
        new("--calculate-kv-scales", new(0, 30), "Leave it out: the scales come from the checkpoint."),
        new("--use-v2-block-manager", new(0, 11), "Leave it out: there is only one block manager."),
        new("--num-scheduler-steps", new(0, 11), "Leave it out; --async-scheduling is on by default."),
        new("--multi-step-stream-outputs", new(0, 11), "Leave it out; --stream-interval sets how often tokens are sent."),
        new("--scheduler-delay-factor", new(0, 11), "Leave it out."),
        new("--disable-async-output-proc", new(0, 12), "Leave it out."),
        new("--device", new(0, 11), "Leave it out: the image is built for one kind of device."),
        new("--worker-use-ray", new(0, 7), "Use --distributed-executor-backend=ray."),
        new("--engine-use-ray", new(0, 7), "Leave it out."),
        new("--max-context-len-to-capture", new(0, 7), "Use --max-cudagraph-capture-size."),
        new("--quantization-param-path", new(0, 8), "Leave it out: the scales come from the checkpoint."),
        new("--speculative-model", new(0, 11), "Use --speculative-config."),
        new("--num-speculative-tokens", new(0, 11), "Use --speculative-config."),
        new("--speculative-draft-tensor-parallel-size", new(0, 11), "Use --speculative-config."),
        new("--speculative-max-model-len", new(0, 11), "Use --speculative-config."),
        new("--speculative-disable-by-batch-size", new(0, 11), "Use --speculative-config."),
        new("--ngram-prompt-lookup-max", new(0, 11), "Use --speculative-config."),
        new("--ngram-prompt-lookup-min", new(0, 11), "Use --speculative-config."),
        new("--spec-decoding-acceptance-method", new(0, 11), "Leave it out."),
        new("--tokenizer-pool-size", new(0, 11), "Leave it out."),
        new("--tokenizer-pool-extra-config", new(0, 11), "Leave it out."),
        new("--enable-prompt-adapter", new(0, 11), "Use LoRA adapters: --enable-lora."),
        new("--max-prompt-adapters", new(0, 11), "Use LoRA adapters: --enable-lora."),
        new("--max-prompt-adapter-token", new(0, 11), "Use LoRA adapters: --enable-lora."),
        new("--qlora-adapter-name-or-path", new(0, 11), "Use --lora-modules."),
        new("--long-lora-scaling-factors", new(0, 11), "Leave it out."),
        new("--override-neuron-config", new(0, 12), "Use --additional-config."),
        new("--enable-reasoning", new(0, 11), "Leave it out: --reasoning-parser alone is enough."),
        new("--guided-decoding-backend", new(0, 13), "Use --structured-outputs-config."),
        new("--guided-decoding-disable-fallback", new(0, 13), "Use --structured-outputs-config."),
        new("--guided-decoding-disable-any-whitespace", new(0, 13), "Use --structured-outputs-config."),
        new("--guided-decoding-disable-additional-properties", new(0, 13), "Use --structured-outputs-config."),
        new("--tokenizer-pool-type", new(0, 11), "Leave it out."),
    ];

    /// <summary>First release with a flag, for flags that came after 0.8.</summary>
    public static readonly FrozenDictionary<string, VllmVersion> Since = new Dictionary<string, VllmVersion>
    {
        ["--enable-log-requests"] = new(0, 10),
        ["--safetensors-load-strategy"] = new(0, 11),
        ["--optimization-level"] = new(0, 12),
        ["--disable-access-log-for-endpoints"] = new(0, 16),
        ["--shutdown-timeout"] = new(0, 18),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Flags that no release ever had, and the one that is meant; null when there is none.</summary>
    public static readonly FrozenDictionary<string, string?> NeverExisted = new Dictionary<string, string?>
    {
        ["--batch-max-tokens"] = "--max-num-batched-tokens",
        ["--max-batch-tokens"] = "--max-num-batched-tokens",
        ["--max-batched-tokens"] = "--max-num-batched-tokens",
        ["--max-batch-total-tokens"] = "--max-num-batched-tokens",
        ["--max-batch-prefill-tokens"] = "--max-num-batched-tokens",
        ["--batch-size"] = "--max-num-seqs",
        ["--max-batch-size"] = "--max-num-seqs",
        ["--max-concurrent-requests"] = "--max-num-seqs",
        ["--max-concurrency"] = "--max-num-seqs",
        ["--max-sequences"] = "--max-num-seqs",
        ["--context-length"] = "--max-model-len",
        ["--max-context-length"] = "--max-model-len",
        ["--max-context-len"] = "--max-model-len",
        ["--max-seq-len"] = "--max-model-len",
        ["--max-total-tokens"] = "--max-model-len",
        ["--max-input-length"] = "--max-model-len",
        ["--max-sequence-length"] = "--max-model-len",
        ["--gpu-memory-fraction"] = "--gpu-memory-utilization",
        ["--gpu-memory-limit"] = "--gpu-memory-utilization",
        ["--mem-fraction-static"] = "--gpu-memory-utilization",
        ["--memory-utilization"] = "--gpu-memory-utilization",
        ["--quantize"] = "--quantization",
        ["--quantisation"] = "--quantization",
        ["--tp-size"] = "--tensor-parallel-size",
        ["--num-gpus"] = "--tensor-parallel-size",
        ["--num-shard"] = "--tensor-parallel-size",
        ["--tensor-parallelism"] = "--tensor-parallel-size",
        ["--model-name"] = "--served-model-name",
        ["--model-path"] = "--model",
        ["--model-id"] = "--model",
        ["--enable-prefix-cache"] = "--enable-prefix-caching",
        ["--prefix-caching"] = "--enable-prefix-caching",
        ["--chunked-prefill"] = "--enable-chunked-prefill",
        ["--enable-cuda-graph"] = null,
        ["--disable-cuda-graph"] = "--enforce-eager",
        ["--eager"] = "--enforce-eager",
        ["--precision"] = "--dtype",
        ["--torch-dtype"] = "--dtype",
        ["--request-timeout"] = null,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, RemovedFlag> RemovedByName = Removed.ToFrozenDictionary(flag => flag.Name, StringComparer.Ordinal);

    /// <summary>Flags of today, in order.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Kinds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether <paramref name="name"/> is a flag of today.</summary>
    public static bool IsKnown(string name) => Kinds.ContainsKey(name);

    /// <summary>The flag that <paramref name="name"/> begins, which the argument parser takes for it; null when there is none, or more than one.</summary>
    public static string? Abbreviated(string name) =>
        name.Length > "--".Length && Known.Where(known => known.StartsWith(name, StringComparison.Ordinal)).Take(2).ToList() is [var only] ? only : null;

    /// <summary>The removed flag called <paramref name="name"/>; null when there is none.</summary>
    public static RemovedFlag? FindRemoved(string name) => RemovedByName.GetValueOrDefault(name);

    /// <summary>How many words follow a flag; null when it is not known.</summary>
    public static VllmFlagKind? KindOf(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>The long form of a short flag; null when there is none.</summary>
    public static string? LongForm(string shortForm) => ShortForms.GetValueOrDefault(shortForm);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
