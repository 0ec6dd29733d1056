namespace Clawdbot.Infra.Capacity;

/// <summary>
/// The constants of <see cref="MemoryModel"/>, each with its mechanism. "Logs" are public vLLM start-up logs that print the terms one by
/// one; versions are those of vLLM.
/// </summary>
public static class MemoryModelDefaults
{
    /// <summary>Bytes of one GiB.</summary>
    public const double GiB = 1024.0 * 1024 * 1024;

    /// <summary>
    /// What the driver keeps of the memory that <c>nvidia-smi</c> shows, in GiB. Logs: RTX 3090 0.43, A10 0.43, T4 0.44, L40S 0.47,
    /// H100 0.46, RTX 5080 0.46.
    /// </summary>
    public const double DriverReserveGiB = 0.45;

    /// <summary>Releases whose number is unknown are counted as this one: most published logs date from 0.6 to 0.16, which agree on the sampler, the largest term.</summary>
    public static VllmVersion AssumedVersion { get; } = new(0, 11);

    /// <summary>Share of memory that vLLM takes before 0.20 when none is given.</summary>
    public const double EarlierUtilization = 0.90;

    /// <summary>Share of memory that vLLM takes when none is given; seen in the help of 0.23 and later.</summary>
    public const double DefaultUtilization = 0.92;

    /// <summary>First release with <see cref="DefaultUtilization"/>.</summary>
    public static VllmVersion DefaultUtilizationSince { get; } = new(0, 20);

    /// <summary>vLLM pads the vocabulary to a multiple of this (DEFAULT_VOCAB_PADDING_SIZE).</summary>
    public const int VocabPadding = 64;

    /// <summary>
    /// PyTorch's caching allocator takes memory for tensors of at least <see cref="LargeTensorBytes"/> in steps of this, and counts the
    /// rest of a step as used when it is at most <see cref="UnsplitRestBytes"/> (c10/cuda/CUDACachingAllocator.h: kRoundLarge).
    /// </summary>
    public const long LargeStepBytes = 2 * 1024 * 1024;

    /// <summary>Smallest tensor with its own segment (kMinLargeAlloc).</summary>
    public const long LargeTensorBytes = 10 * 1024 * 1024;

    /// <summary>Rests up to this stay with the tensor (kSmallSize).</summary>
    public const long UnsplitRestBytes = 1024 * 1024;

    /// <summary>All other tensors are rounded up to this (kMinBlockSize).</summary>
    public const long SmallStepBytes = 512;

    /// <summary>Weights of one quantisation group of AWQ and GPTQ.</summary>
    public const int QuantizationGroup = 128;

    /// <summary>Weights that share one maximum in bitsandbytes NF4.</summary>
    public const int BitsAndBytesBlock = 64;

    /// <summary>Weights that share one scale in MXFP4.</summary>
    public const int MxfpBlock = 32;

    /// <summary>vLLM's MXFP4 kernels pad the width of an expert to a multiple of this.</summary>
    public const int MxfpIntermediatePadding = 128;

    /// <summary>vLLM's MXFP4 kernels pad the residual width to a multiple of this.</summary>
    public const int MxfpHiddenPadding = 256;

    /// <summary>
    /// Bytes per logit of the sampler up to 0.16 beyond the raw logit: a 32-bit copy (4), sorted values (4) and 64-bit positions (8), and
    /// the sort's own key and value buffers and offsets (20). V0 and V1 share the code; logs of 0.6, 0.7, 0.10, 0.15 and 0.16 agree.
    /// </summary>
    public const int SortingSamplerBytes = 36;

    /// <summary>
    /// Bytes per logit beyond the raw logit from 0.17 on, where a Triton kernel filters in place (and FlashInfer from 0.21): a 32-bit copy
    /// (4), probabilities (4), exponential noise (4).
    /// </summary>
    public const int FilteringSamplerBytes = 12;

    /// <summary>First release with <see cref="FilteringSamplerBytes"/>; logs show the drop between 0.16.0 and 0.17.0.</summary>
    public static VllmVersion FilteringSamplerSince { get; } = new(0, 17);

    /// <summary>Bytes per logit beyond the raw logit in model runner V2: its profiling filters nothing and only copies to 32 bits.</summary>
    public const int SecondRunnerSamplerBytes = 4;

    /// <summary>From this release the profiling of runner V2 leaves out even the copy (vllm-project/vllm#57926 describes it).</summary>
    public static VllmVersion SecondRunnerSkipsCopySince { get; } = new(0, 28);

    /// <summary>
    /// Bytes per token and hidden unit, in elements of the model's type, that live beside the feed-forward block at its peak: residual,
    /// normalised input and output in V0 and in eager mode, where each operation allocates its result.
    /// </summary>
    public const double EagerHiddenCopies = 4;

    /// <summary>The same for compiled graphs of V1, which reuse buffers. Logs of CodeLlama 7B and Granite 8B on an H100: 3.57 and 3.53.</summary>
    public const double CompiledHiddenCopies = 3.5;

    /// <summary>Workspace of cuBLAS on Hopper and newer in bytes (PyTorch's default), which its allocator counts.</summary>
    public const long HopperBlasWorkspaceBytes = 32L * 1024 * 1024;

    /// <summary>Workspace of cuBLAS on older cards in bytes (PyTorch's default of 4096 KiB twice and eight times 16 KiB).</summary>
    public const long BlasWorkspaceBytes = 8320L * 1024;

    /// <summary>Positions, token ids, block tables and other small inputs, in bytes. What every H100 log leaves beside the counted terms.</summary>
    public const long SmallInputsBytes = 12L * 1024 * 1024;

    /// <summary>Most tokens that latent attention expands at once while profiling (vLLM's chunked prefill workspace).</summary>
    public const int LatentWorkspaceTokens = 64 * 1024;

    /// <summary>Memory outside PyTorch that grows while profiling, in GiB, up to 0.17: kernels and their stacks. Logs: T4 0.11, A10 0.05, RTX 3090 0.10, RTX 2060 0.04.</summary>
    public const double NonTorchGiB = 0.08;

    /// <summary>The same on Hopper and newer, whose kernels are larger. Logs: 0.13, vllm-project/vllm#12126: 0.16.</summary>
    public const double HopperNonTorchGiB = 0.13;

    /// <summary>The same on every card from 0.18 on, which loads more kernel libraries. Logs: 0.24 and 0.25 (H100), 0.26 (A100).</summary>
    public const double LaterNonTorchGiB = 0.25;

    /// <summary>First release with <see cref="LaterNonTorchGiB"/>; logs of one model show 0.13 in 0.17.0 and 0.25 in 0.18.0.</summary>
    public static VllmVersion LaterNonTorchSince { get; } = new(0, 18);

    /// <summary>
    /// Buffers for collective operations over NVLink on Hopper and newer (NVLink SHARP, symmetric memory, custom all-reduce), in GiB, that
    /// tensor parallelism adds on each GPU. Logs: 1.81 to 1.84 over two GPUs, 1.88 to 1.96 over four; vllm-project/vllm#10511: 1.79.
    /// </summary>
    public const double NvLinkSharpGiB = 1.75;

    /// <summary>Share of <see cref="NvLinkSharpGiB"/>'s buffers that grows with each GPU of the group, in GiB.</summary>
    public const double NvLinkSharpPerGpuGiB = 0.04;

    /// <summary>Buffers of NCCL that older NVLink cards add, in GiB. Between PCIe (about 0, logs of L40S) and NVLink SHARP; no log prints it.</summary>
    public const double NvLinkGiB = 0.3;

    /// <summary>The CUDA context on Hopper and newer, in GiB: free memory at start is that much below the total.</summary>
    public const double HopperContextGiB = 0.51;

    /// <summary>The CUDA context on older cards, in GiB.</summary>
    public const double ContextGiB = 0.2;

    /// <summary>What collective operations over NVLink SHARP hold before vLLM looks at free memory, in GiB. Logs: 78.68 against 77.66 and 77.64 free.</summary>
    public const double NvLinkSharpAtStartGiB = 1.02;

    /// <summary>Bytes that runner V2 keeps per sequence slot and vocabulary entry to count penalties; from 0.25 all memory taken since start counts.</summary>
    public const int PenaltyCounterBytes = 4;

    /// <summary>First release that counts buffers which the runner made before loading (total_consumed in vllm/utils/mem_utils.py).</summary>
    public static VllmVersion RunnerBuffersCountSince { get; } = new(0, 25);

    /// <summary>First release that subtracts an estimate of CUDA graphs from the budget (its own log line says so).</summary>
    public static VllmVersion GraphsBudgetedSince { get; } = new(0, 21);

    /// <summary>First release in which runner V2 estimates graphs at all; before, it answers 0 (vllm-project/vllm#49224, notes of 0.29).</summary>
    public static VllmVersion SecondRunnerGraphsSince { get; } = new(0, 28);

    /// <summary>CUDA graph memory per layer that the first capture takes, in GiB, in V1. Log of 0.21 with a single capture size: 0.36.</summary>
    public const double GraphFirstGiBPerLayer = 0.007;

    /// <summary>CUDA graph memory per layer of all 51 capture sizes beyond the first, in GiB, in V1. H100 logs of 0.19 sum to 0.020 to 0.026.</summary>
    public const double GraphRestGiBPerLayer = 0.015;

    /// <summary>CUDA graph memory per layer in runner V2, in GiB. Logs: 0.23 for 32 layers, 0.37 for 24 layers.</summary>
    public const double SecondRunnerGraphGiBPerLayer = 0.01;

    /// <summary>CUDA graph memory per layer in V0, in GiB. Logs: 0.13 for 24 layers, 0.18 for 28.</summary>
    public const double LegacyGraphGiBPerLayer = 0.006;

    /// <summary>Largest capture size (<c>--max-cudagraph-capture-size</c>).</summary>
    public const int LargestCapture = 512;

    /// <summary>
    /// What the profiled peak of one server varies by between starts, in GiB. A public log of vLLM 0.10.2 on an L40 shows 1.41, 1.49 and
    /// 1.41 with everything else equal. A server with less to spare may start one day and not the next.
    /// </summary>
    public const double ProfilingVariationGiB = 0.08;

    /// <summary>Tokens of a cache block.</summary>
    public const int BlockSize = 16;

    /// <summary>Tokens of a cache block of latent attention on Hopper and Blackwell, which FlashMLA prescribes.</summary>
    public const int LatentBlockSize = 64;

    /// <summary>Width to which V0 padded the heads of latent attention before it kept the compressed vector (0.7.1).</summary>
    public const int PaddedLatentHeadDim = 256;

    /// <summary>A group takes the larger layer count when the counts differ by less than this factor (vllm/v1/core/kv_cache_utils.py).</summary>
    public const double HybridGroupSlack = 1.5;
}
