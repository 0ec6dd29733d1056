using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Catalogs;

/// <summary>Mixtures of experts.</summary>
internal static class MixtureModels
{
    private const string Config = "config.json of the model on Hugging Face, from memory; parameters as its safetensors index counts them";

    /// <summary>All of them.</summary>
    public static ImmutableArray<ModelEntry> All { get; } =
    [
        new("Qwen/Qwen3-30B-A3B", new()
        {
            ClassName = "Qwen3MoeForCausalLM", HiddenSize = 2048, IntermediateSize = 6144, Layers = 48, AttentionHeads = 32, KvHeads = 4, HeadDim = 128,
            VocabSize = 151936, MaxPositions = 40960, QkNorm = true, Moe = new(128, 8, 768),
        }, Config, 30_532_122_624, ["qwen3-30b-a3b", "qwen3-coder-30b-a3b"]),
        new("Qwen/Qwen1.5-MoE-A2.7B-Chat", new()
        {
            ClassName = "Qwen2MoeForCausalLM", HiddenSize = 2048, IntermediateSize = 5632, Layers = 24, AttentionHeads = 16, KvHeads = 16, HeadDim = 128,
            VocabSize = 151936, MaxPositions = 8192, QkvBias = true, Moe = new(60, 4, 1408) { SharedIntermediateSize = 5632, SharedGate = true },
        }, Config, 14_315_784_192, ["qwen1.5-moe-a2.7b"]),
        new("mistralai/Mixtral-8x7B-Instruct-v0.1", new()
        {
            ClassName = "MixtralForCausalLM", HiddenSize = 4096, IntermediateSize = 14336, Layers = 32, AttentionHeads = 32, KvHeads = 8, HeadDim = 128,
            VocabSize = 32000, MaxPositions = 32768, Moe = new(8, 2, 14336),
        }, Config, 46_702_792_704, ["mixtral-8x7b"]),
        GptOss("openai/gpt-oss-20b", 24, 32, 20_914_757_184, "gpt-oss-20b"),
        GptOss("openai/gpt-oss-120b", 36, 128, 116_829_156_672, "gpt-oss-120b"),
        new("deepseek-ai/DeepSeek-V2-Lite-Chat", DeepSeekLite(102400, 10944, 163840), Config, 15_706_484_224, ["deepseek-v2-lite", "deepseek-coder-v2-lite"]),
        new("moonshotai/Kimi-VL-A3B-Instruct", DeepSeekLite(163840, 11264, 131072) with
        {
            // MoonViT and projector hold what the stated 16.4 billion leave; an image is at most 4096 patches, four to a token.
            ClassName = "KimiVLForConditionalGeneration", Vision = new(440_000_000, false, 1024, 4, 1152, 4304),
        }, Config, null, ["kimi-vl-a3b"]),
        new("meta-llama/Llama-4-Scout-17B-16E-Instruct", new()
        {
            ClassName = "Llama4ForConditionalGeneration", HiddenSize = 5120, IntermediateSize = 16384, Layers = 48, AttentionHeads = 40, KvHeads = 8, HeadDim = 128,
            VocabSize = 202048, MaxPositions = 10485760, SlidingWindow = 8192, FullAttentionLayers = 12, ChunkedAttention = true,
            Moe = new(16, 1, 8192) { SharedIntermediateSize = 8192 },
            // Encoder of 34 layers; an image is at most 16 tiles and an overview of 144 tokens each.
            Vision = new(871_932_416, true, 2448, 4, 1408, 5632),
        }, Config, 108_641_793_536, ["llama-4-scout"]),
    ];

    private static ModelEntry GptOss(string id, int layers, int experts, long published, string alias) => new(id, new()
    {
        ClassName = "GptOssForCausalLM",
        HiddenSize = 2880,
        IntermediateSize = 2880,
        Layers = layers,
        AttentionHeads = 64,
        KvHeads = 8,
        HeadDim = 64,
        VocabSize = 201088,
        MaxPositions = 131072,
        QkvBias = true,
        AttentionOutputBias = true,
        AttentionSinks = true,
        SlidingWindow = 128,
        FullAttentionLayers = layers / 2,
        Moe = new(experts, 4, 2880) { Bias = true },
        Format = WeightFormat.Mxfp4,
    }, Config, published, [alias]);

    private static ModelArchitecture DeepSeekLite(int vocabulary, int denseIntermediate, int positions) => new()
    {
        ClassName = "DeepseekV2ForCausalLM",
        HiddenSize = 2048,
        IntermediateSize = denseIntermediate,
        Layers = 27,
        AttentionHeads = 16,
        KvHeads = 16,
        HeadDim = 192,
        VocabSize = vocabulary,
        MaxPositions = positions,
        Latent = new(512, 64, 128, 128),
        Moe = new(64, 6, 1408) { SharedIntermediateSize = 2816, DenseLayers = 1 },
    };
}
