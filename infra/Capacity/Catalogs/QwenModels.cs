using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Catalogs;

/// <summary>Qwen and models with its shapes.</summary>
internal static class QwenModels
{
    private const string Config = "config.json of the model on Hugging Face, from memory; parameters as its safetensors index counts them";

    /// <summary>Qwen 2 to 3, dense.</summary>
    public static ImmutableArray<ModelEntry> All { get; } =
    [
        Qwen2("Qwen/Qwen2.5-0.5B-Instruct", 896, 4864, 24, 14, 2, 64, true, 32768, 494_032_768, "qwen2.5-0.5b", "qwen2-0.5b", "qwen2.5-coder-0.5b"),
        Qwen2("Qwen/Qwen2.5-1.5B-Instruct", 1536, 8960, 28, 12, 2, 128, true, 32768, 1_543_714_304, "qwen2.5-1.5b", "qwen2-1.5b", "qwen2.5-coder-1.5b"),
        Qwen2("Qwen/Qwen2.5-Math-1.5B", 1536, 8960, 28, 12, 2, 128, true, 4096, 1_543_714_304, "qwen2.5-math-1.5b"),
        // The distillate keeps its own output embedding and a longer context.
        Qwen2("deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B", 1536, 8960, 28, 12, 2, 128, false, 131072, 1_777_088_000, "r1-distill-qwen-1.5b"),
        Qwen2("Qwen/Qwen2.5-3B-Instruct", 2048, 11008, 36, 16, 2, 128, true, 32768, 3_085_938_688, "qwen2.5-3b", "qwen2.5-coder-3b"),
        Qwen2("Qwen/Qwen2.5-7B-Instruct", 3584, 18944, 28, 28, 4, 128, false, 32768, 7_615_616_512, "qwen2.5-7b", "qwen2.5-coder-7b"),
        Qwen2("Qwen/Qwen2-7B-Instruct", 3584, 18944, 28, 28, 4, 128, false, 32768, 7_615_616_512, "qwen2-7b"),
        Qwen2("Qwen/Qwen2.5-Math-7B", 3584, 18944, 28, 28, 4, 128, false, 4096, 7_615_616_512, "qwen2.5-math-7b"),
        Qwen2("deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", 3584, 18944, 28, 28, 4, 128, false, 131072, 7_615_616_512, "r1-distill-qwen-7b"),
        Qwen2("Qwen/Qwen2.5-14B-Instruct", 5120, 13824, 48, 40, 8, 128, false, 32768, 14_770_033_664, "qwen2.5-14b", "qwen2.5-coder-14b"),
        Qwen2("deepseek-ai/DeepSeek-R1-Distill-Qwen-14B", 5120, 13824, 48, 40, 8, 128, false, 131072, 14_770_033_664, "r1-distill-qwen-14b"),
        Qwen2("Qwen/Qwen2.5-32B-Instruct", 5120, 27648, 64, 40, 8, 128, false, 32768, 32_763_876_352, "qwen2.5-32b", "qwen2.5-coder-32b"),
        Qwen2("Qwen/QwQ-32B", 5120, 27648, 64, 40, 8, 128, false, 40960, 32_763_876_352, "qwq-32b"),
        Qwen2("deepseek-ai/DeepSeek-R1-Distill-Qwen-32B", 5120, 27648, 64, 40, 8, 128, false, 131072, 32_763_876_352, "r1-distill-qwen-32b"),
        Qwen2("Qwen/Qwen2.5-72B-Instruct", 8192, 29568, 80, 64, 8, 128, false, 32768, 72_706_203_648, "qwen2.5-72b", "qwen2-72b"),
        Qwen2("moonshotai/Kimi-Dev-72B", 8192, 29568, 80, 64, 8, 128, false, 131072, 72_706_203_648, "kimi-dev-72b"),
        Vision("Qwen/Qwen2-VL-7B-Instruct", "Qwen2VLForConditionalGeneration", 8_291_375_616, 32768, 5120, "qwen2-vl-7b"),
        Vision("Qwen/Qwen2.5-VL-7B-Instruct", "Qwen2_5_VLForConditionalGeneration", 8_292_166_656, 128000, 3420, "qwen2.5-vl-7b"),
        Qwen3("Qwen/Qwen3-0.6B", 1024, 3072, 28, 16, 8, true, 40960, 596_049_920, "qwen3-0.6b"),
        Qwen3("Qwen/Qwen3-1.7B", 2048, 6144, 28, 16, 8, true, 40960, 1_720_574_976, "qwen3-1.7b"),
        Qwen3("Qwen/Qwen3-4B", 2560, 9728, 36, 32, 8, true, 40960, 4_022_468_096, "qwen3-4b"),
        Qwen3("Qwen/Qwen3-4B-Instruct-2507", 2560, 9728, 36, 32, 8, true, 262144, 4_022_468_096, "qwen3-4b-instruct-2507", "qwen3-4b-thinking-2507"),
        Qwen3("Qwen/Qwen3-8B", 4096, 12288, 36, 32, 8, false, 40960, 8_190_735_360, "qwen3-8b"),
        Qwen3("deepseek-ai/DeepSeek-R1-0528-Qwen3-8B", 4096, 12288, 36, 32, 8, false, 131072, 8_190_735_360, "r1-0528-qwen3-8b"),
        // Vocabulary cut to the tokens in use.
        Qwen3("Qwen/Qwen3-Reranker-8B", 4096, 12288, 36, 32, 8, false, 40960, null, 151669, "qwen3-reranker-8b"),
        Qwen3("Qwen/Qwen3-14B", 5120, 17408, 40, 40, 8, false, 40960, 14_768_307_200, "qwen3-14b"),
        Qwen3("Qwen/Qwen3-32B", 5120, 25600, 64, 64, 8, false, 40960, 32_762_123_264, "qwen3-32b"),
        Quantized("Qwen/Qwen3-32B-AWQ", 5120, 25600, 64, 64, 8, 40960, WeightFormat.Awq),
    ];

    private static ModelEntry Qwen2(
        string id, int hidden, int intermediate, int layers, int heads, int kvHeads, int headDim, bool tied, int positions, long published, params ImmutableArray<string> aliases) =>
        new(id, Shape("Qwen2ForCausalLM", hidden, intermediate, layers, heads, kvHeads, headDim, tied, positions) with
        {
            // The two largest families pad the vocabulary further for training.
            VocabSize = hidden >= 3584 ? 152064 : 151936,
            QkvBias = true,
        }, Config, published, aliases);

    private static ModelEntry Qwen3(
        string id, int hidden, int intermediate, int layers, int heads, int kvHeads, bool tied, int positions, long published, params ImmutableArray<string> aliases) =>
        Qwen3(id, hidden, intermediate, layers, heads, kvHeads, tied, positions, published, 151936, aliases);

    private static ModelEntry Qwen3(
        string id, int hidden, int intermediate, int layers, int heads, int kvHeads, bool tied, int positions, long? published, int vocabulary, params ImmutableArray<string> aliases) =>
        new(id, Shape("Qwen3ForCausalLM", hidden, intermediate, layers, heads, kvHeads, 128, tied, positions) with { VocabSize = vocabulary, QkNorm = true }, Config, published, aliases);

    private static ModelEntry Quantized(string id, int hidden, int intermediate, int layers, int heads, int kvHeads, int positions, WeightFormat format) =>
        new(id, Shape("Qwen3ForCausalLM", hidden, intermediate, layers, heads, kvHeads, 128, false, positions) with
        {
            QkNorm = true,
            Dtype = ElementType.Fp16,
            Format = format,
        }, Config, null, ["qwen3-32b-awq"]);

    private static ModelEntry Vision(string id, string className, long published, int positions, int visionIntermediate, string alias) =>
        new(id, Shape(className, 3584, 18944, 28, 28, 4, 128, false, positions) with
        {
            // Images up to 12,845,056 pixels become tokens of 28 x 28 pixels.
            VocabSize = 152064,
            QkvBias = true,
            Vision = new(published - 7_615_616_512, true, 16384, 4, 1280, visionIntermediate),
        }, Config, published, [alias]);

    private static ModelArchitecture Shape(string className, int hidden, int intermediate, int layers, int heads, int kvHeads, int headDim, bool tied, int positions) => new()
    {
        ClassName = className,
        HiddenSize = hidden,
        IntermediateSize = intermediate,
        Layers = layers,
        AttentionHeads = heads,
        KvHeads = kvHeads,
        HeadDim = headDim,
        VocabSize = 151936,
        MaxPositions = positions,
        TiedEmbeddings = tied,
    };
}
