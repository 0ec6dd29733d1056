using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Catalogs;

/// <summary>Gemma 1 to 3. From the second on, most layers see a sliding window only.</summary>
internal static class GemmaModels
{
    private const string Config = "config.json of the model on Hugging Face, from memory; parameters as its safetensors index counts them";

    /// <summary>All sizes that are in use.</summary>
    public static ImmutableArray<ModelEntry> All { get; } =
    [
        new("google/gemma-7b-it", Shape("GemmaForCausalLM", 3072, 24576, 28, 16, 16, 256, 256000, 8192) with { NormsPerLayer = 2 }, Config, 8_537_680_896, ["gemma-7b"]),
        Second("google/gemma-2-2b-it", 2304, 9216, 26, 8, 4, 256, 2_614_341_888, "gemma-2-2b"),
        Second("google/gemma-2-9b-it", 3584, 14336, 42, 16, 8, 256, 9_241_705_984, "gemma-2-9b"),
        Second("google/gemma-2-27b-it", 4608, 36864, 46, 32, 16, 128, 27_227_128_320, "gemma-2-27b"),
        new("google/gemma-3-1b-it", Shape("Gemma3ForCausalLM", 1152, 6912, 26, 4, 1, 256, 262144, 32768) with
        {
            QkNorm = true, SlidingWindow = 512, FullAttentionLayers = 4, RotaryTables = 2,
        }, Config, 999_885_952, ["gemma-3-1b"]),
        Third("google/gemma-3-4b-it", 2560, 10240, 34, 8, 4, 256, 5, 4_300_079_472, "gemma-3-4b", "medgemma-4b"),
        Third("google/gemma-3-12b-it", 3840, 15360, 48, 16, 8, 256, 8, 12_187_325_040, "gemma-3-12b"),
        Third("google/gemma-3-27b-it", 5376, 21504, 62, 32, 16, 128, 10, 27_432_406_640, "gemma-3-27b", "medgemma-27b"),
    ];

    private static ModelEntry Second(string id, int hidden, int intermediate, int layers, int heads, int kvHeads, int headDim, long published, string alias) =>
        new(id, Shape("Gemma2ForCausalLM", hidden, intermediate, layers, heads, kvHeads, headDim, 256000, 8192) with
        {
            SlidingWindow = 4096,
            FullAttentionLayers = layers / 2,
        }, Config, published, [alias]);

    private static ModelEntry Third(
        string id, int hidden, int intermediate, int layers, int heads, int kvHeads, int headDim, int global, long published, params ImmutableArray<string> aliases) =>
        new(id, Shape("Gemma3ForConditionalGeneration", hidden, intermediate, layers, heads, kvHeads, headDim, 262208, 131072) with
        {
            // An image is 64 x 64 patches of SigLIP (27 layers of 1152, 4304), pooled to 256 tokens; local layers rotate with their own base.
            QkNorm = true,
            SlidingWindow = 1024,
            FullAttentionLayers = global,
            RotaryTables = 2,
            Vision = new(SiglipParameters + (1152L * hidden) + 1152, true, 256, 16, 1152, 4304),
        }, Config, published, aliases);

    /// <summary>Parameters of SigLIP-So400m at 896 pixels without a pooling head.</summary>
    private const long SiglipParameters = 416_866_032;

    private static ModelArchitecture Shape(string className, int hidden, int intermediate, int layers, int heads, int kvHeads, int headDim, int vocabulary, int positions) => new()
    {
        ClassName = className,
        HiddenSize = hidden,
        IntermediateSize = intermediate,
        Layers = layers,
        AttentionHeads = heads,
        KvHeads = kvHeads,
        HeadDim = headDim,
        VocabSize = vocabulary,
        MaxPositions = positions,
        TiedEmbeddings = true,
        NormsPerLayer = 4,
    };
}
