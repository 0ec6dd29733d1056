namespace Clawdbot.Infra.Capacity;

/// <summary>A GPU model as it appears in labels and settings.</summary>
/// <param name="Name">Value of the label <c>clawdbot.dev/gpu-sku</c>.</param>
/// <param name="MemoryMiB">Memory that <c>nvidia-smi</c> reports, in MiB; with ECC this is less than the data sheet.</param>
/// <param name="ComputeCapability">CUDA compute capability times ten: 86 is 8.6.</param>
public sealed record GpuSku(string Name, int MemoryMiB, int ComputeCapability)
{
    /// <summary>Whether the card computes in bfloat16 (compute capability 8.0 and newer); vLLM refuses an explicit <c>bfloat16</c> otherwise.</summary>
    public bool HasBfloat16 => ComputeCapability >= 80;

    /// <summary>Whether vLLM can keep the KV cache in FP8 on it (8.0 and newer; Turing lost it in vLLM 0.24, vllm-project/vllm#47549).</summary>
    public bool HasFp8KvCache => ComputeCapability >= 80;
}
