using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Serving;

/// <summary>The vLLM version in use, and the values and ranges that its options take.</summary>
public static class VllmDefaults
{
    /// <summary>
    /// The newest image whose tag and flags were verified (entry point <c>vllm serve</c>, user <c>vllm</c> = 2000, curl inside). Built
    /// for CUDA 13: needs NVIDIA driver branch 580 or newer; the <c>-cu129</c> tags serve older drivers. By tag only: no digest is
    /// recorded here, because none could be verified. https://hub.docker.com/r/vllm/vllm-openai
    /// </summary>
    public const string Image = "vllm/vllm-openai:v0.27.1";

    /// <summary>Release of <see cref="Image"/>; what an image is taken for whose tag names no release.</summary>
    public static VllmVersion Version { get; } = new(0, 27, 1);

    /// <summary>User of the image that is not root.</summary>
    public const int UserId = 2000;

    /// <summary>Port of the HTTP server.</summary>
    public const int Port = 8000;

    /// <summary>Listen on every interface: probes and clients come from outside the pod. Who may connect is the network policy's business.</summary>
    public const string Host = "0.0.0.0";

    /// <summary>Answers 200 once the engine serves, 503 when it has died; before that the port refuses connections.</summary>
    public const string HealthPath = "/health";

    /// <summary>Environment variable with the API key. The flag of the same purpose would show the key in the process list.</summary>
    public const string ApiKeyVariable = "VLLM_API_KEY";

    /// <summary>vLLM gives up on its own engine after this many seconds (<c>VLLM_ENGINE_READY_TIMEOUT_S</c>) unless told otherwise.</summary>
    public const int EngineReadyTimeoutSeconds = 600;

    /// <summary>Values of <c>--dtype</c>.</summary>
    public static ImmutableArray<string> Dtypes { get; } = ["auto", "half", "float16", "bfloat16", "float", "float32"];

    /// <summary>
    /// Values of <c>--quantization</c> that make sense to set by hand, of those listed by <c>vllm serve --help=all</c>.
    /// 16-bit "quantization" (<c>fp16</c>, <c>bf16</c>) never existed: that is <c>--dtype</c>.
    /// </summary>
    public static ImmutableArray<string> Quantizations { get; } =
    [
        "awq", "awq_marlin", "gptq", "gptq_marlin", "auto_gptq", "fp8", "fbgemm_fp8", "compressed-tensors", "bitsandbytes", "modelopt", "modelopt_fp4",
        "experts_int8", "quark", "moe_wna16", "torchao", "mxfp4",
    ];

    /// <summary>Values of <c>--kv-cache-dtype</c> that are not tied to one model family.</summary>
    public static ImmutableArray<string> KvCacheDtypes { get; } = ["auto", "float16", "bfloat16", "fp8", "fp8_e4m3", "fp8_e5m2"];

    /// <summary>Values of <c>--safetensors-load-strategy</c> for ordinary checkpoints.</summary>
    public static ImmutableArray<string> SafetensorsLoadStrategies { get; } = ["lazy", "eager", "prefetch"];

    /// <summary>First release with the strategy <c>prefetch</c> (vllm-project/vllm#36012, merged in March 2026).</summary>
    public static VllmVersion PrefetchSince { get; } = new(0, 19);

    /// <summary>Values of <c>--tool-call-parser</c> for the model families of the catalogue.</summary>
    public static ImmutableArray<string> ToolCallParsers { get; } =
        ["hermes", "llama3_json", "llama4_pythonic", "mistral", "granite", "phi4_mini_json", "openai", "deepseek_v3", "qwen3_coder", "qwen3_xml"];

    /// <summary>Tensor parallel sizes: powers of two up to the largest node, because attention heads have to divide evenly.</summary>
    public static ImmutableArray<int> TensorParallelSizes { get; } = [1, 2, 4, 8];

    /// <summary>Context lengths: below 256 tokens no chat works; the upper end is four times the longest context of the models in use.</summary>
    public static IntegerRange MaxModelLen { get; } = new(256, 1024 * 1024);

    /// <summary>Requests in one batch; vLLM's own largest default is 1024.</summary>
    public static IntegerRange MaxNumSeqs { get; } = new(1, 4096);

    /// <summary>Tokens in one batch; vLLM's own largest default is 16384.</summary>
    public static IntegerRange MaxNumBatchedTokens { get; } = new(64, 256 * 1024);

    /// <summary>Smallest share of GPU memory: less holds no model worth a server.</summary>
    public const double MinimumGpuMemoryUtilization = 0.10;

    /// <summary>Largest share of GPU memory: above it, memory that CUDA graphs and other processes need is missing at start (vllm-project/vllm#49224).</summary>
    public const double MaximumGpuMemoryUtilization = 0.95;
}
