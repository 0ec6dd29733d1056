using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Catalogs;

/// <summary>Phi, Granite and EXAONE, dense.</summary>
internal static class OtherModels
{
    private const string Config = "config.json of the model on Hugging Face, from memory; parameters as its safetensors index counts them";

    /// <summary>All of them.</summary>
    public static ImmutableArray<ModelEntry> All { get; } =
    [
        new("microsoft/phi-2", new()
        {
            ClassName = "PhiForCausalLM", HiddenSize = 2560, IntermediateSize = 10240, Layers = 32, AttentionHeads = 32, KvHeads = 32, HeadDim = 80,
            VocabSize = 51200, MaxPositions = 2048, GatedMlp = false, QkvBias = true, AttentionOutputBias = true, MlpBias = true, NormsPerLayer = 1,
            NormBias = true, OutputBias = true, RotaryDim = 32, Dtype = ElementType.Fp16,
        }, Config, 2_779_683_840, ["phi-2"]),
        new("microsoft/phi-4", new()
        {
            ClassName = "Phi3ForCausalLM", HiddenSize = 5120, IntermediateSize = 17920, Layers = 40, AttentionHeads = 40, KvHeads = 10, HeadDim = 128,
            VocabSize = 100352, MaxPositions = 16384,
        }, Config, 14_659_507_200, ["phi-4"]),
        new("microsoft/Phi-4-mini-instruct", new()
        {
            ClassName = "Phi3ForCausalLM", HiddenSize = 3072, IntermediateSize = 8192, Layers = 32, AttentionHeads = 24, KvHeads = 8, HeadDim = 128,
            VocabSize = 200064, MaxPositions = 131072, TiedEmbeddings = true, RotaryDim = 96,
        }, Config, 3_836_021_760, ["phi-4-mini"]),
        new("microsoft/Phi-3-mini-4k-instruct", new()
        {
            ClassName = "Phi3ForCausalLM", HiddenSize = 3072, IntermediateSize = 8192, Layers = 32, AttentionHeads = 32, KvHeads = 32, HeadDim = 96,
            VocabSize = 32064, MaxPositions = 4096,
        }, Config, 3_821_079_552, ["phi-3-mini", "phi-3.5-mini"]),
        Granite("ibm-granite/granite-3.1-2b-instruct", 2048, 8192, 64, 49155, 131072, null, 2_533_531_648, "granite-3.1-2b"),
        Granite("ibm-granite/granite-3.3-2b-instruct", 2048, 8192, 64, 49159, 131072, null, null, "granite-3.2-2b", "granite-3.3-2b"),
        // Encoder and projector hold what the stated 2.98 billion leave; one image becomes at most ten tiles of 729 tokens.
        Granite("ibm-granite/granite-vision-3.3-2b", 2048, 8192, 64, 49156, 131072, new(441_000_000, true, 7290, 1, 1152, 4304), null, "granite-vision-3.3-2b", "granite-vision-3.2-2b"),
        Granite("ibm-granite/granite-3.1-8b-instruct", 4096, 12800, 128, 49155, 131072, null, 8_170_848_256, "granite-3.1-8b", "granite-3.2-8b"),
        Granite("ibm-granite/granite-3.3-8b-instruct", 4096, 12800, 128, 49159, 131072, null, null, "granite-3.3-8b"),
        new("LGAI-EXAONE/EXAONE-4.0-32B", new()
        {
            ClassName = "Exaone4ForCausalLM", HiddenSize = 5120, IntermediateSize = 27392, Layers = 64, AttentionHeads = 40, KvHeads = 8, HeadDim = 128,
            VocabSize = 102400, MaxPositions = 131072, QkNorm = true, SlidingWindow = 4096, FullAttentionLayers = 16,
        }, Config, null, ["exaone-4.0-32b"]),
    ];

    private static ModelEntry Granite(
        string id, int hidden, int intermediate, int headDim, int vocabulary, int positions, VisionShape? vision, long? published, params ImmutableArray<string> aliases) =>
        new(id, new ModelArchitecture
        {
            ClassName = vision is null ? "GraniteForCausalLM" : "LlavaNextForConditionalGeneration",
            HiddenSize = hidden,
            IntermediateSize = intermediate,
            Layers = 40,
            AttentionHeads = 32,
            KvHeads = 8,
            HeadDim = headDim,
            VocabSize = vocabulary,
            MaxPositions = positions,
            TiedEmbeddings = true,
            Vision = vision,
        }, Config, published, aliases);
}
