using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Catalogs;

/// <summary>Llama, Mistral and models with their shapes, dense.</summary>
internal static class LlamaModels
{
    private const string Config = "config.json of the model on Hugging Face, from memory; parameters as its safetensors index counts them";

    /// <summary>Llama 2 to 3, its derivatives, Mistral.</summary>
    public static ImmutableArray<ModelEntry> All { get; } =
    [
        Llama("meta-llama/Llama-3.2-1B-Instruct", 2048, 8192, 16, 32, 8, 64, 128256, 131072, 1_235_814_400, "llama-3.2-1b"),
        Llama("meta-llama/Llama-3.2-3B-Instruct", 3072, 8192, 28, 24, 8, 128, 128256, 131072, 3_212_749_824, "llama-3.2-3b"),
        Llama("meta-llama/Llama-3.1-8B-Instruct", 4096, 14336, 32, 32, 8, 128, 128256, 131072, 8_030_261_248, "llama-3.1-8b", "r1-distill-llama-8b", "llama-3.1-swallow-8b"),
        Llama("meta-llama/Meta-Llama-3-8B-Instruct", 4096, 14336, 32, 32, 8, 128, 128256, 8192, 8_030_261_248, "llama-3-8b", "swallow-8b"),
        Llama("meta-llama/Llama-3.1-70B-Instruct", 8192, 28672, 80, 64, 8, 128, 128256, 131072, 70_553_706_496, "llama-3.1-70b", "r1-distill-llama-70b"),
        Llama("meta-llama/Llama-3.3-70B-Instruct", 8192, 28672, 80, 64, 8, 128, 128256, 131072, 70_553_706_496, "llama-3.3-70b"),
        Llama("meta-llama/Meta-Llama-3-70B-Instruct", 8192, 28672, 80, 64, 8, 128, 128256, 8192, 70_553_706_496, "llama-3-70b"),
        Half(Llama("meta-llama/Llama-2-7b-chat-hf", 4096, 11008, 32, 32, 32, 128, 32000, 4096, 6_738_415_616, "llama-2-7b", "vicuna-7b")),
        Half(Llama("meta-llama/Llama-2-13b-chat-hf", 5120, 13824, 40, 40, 40, 128, 32000, 4096, 13_015_864_320, "llama-2-13b", "vicuna-13b")),
        Half(Llama("meta-llama/Llama-2-70b-chat-hf", 8192, 28672, 80, 64, 8, 128, 32000, 4096, 68_976_648_192, "llama-2-70b")),
        // Derived from Llama 2 with linear rope scaling by four.
        Half(Llama("Open-Orca/LlongOrca-7B-16k", 4096, 11008, 32, 32, 32, 128, 32002, 16384, null, "llongorca-7b")),
        Llama("codellama/CodeLlama-7b-hf", 4096, 11008, 32, 32, 32, 128, 32016, 16384, 6_738_546_688, "codellama-7b"),
        Llama("codellama/CodeLlama-34b-hf", 8192, 22016, 48, 64, 8, 128, 32000, 16384, 33_743_970_304, "codellama-34b"),
        Llama("deepseek-ai/deepseek-coder-6.7b-instruct", 4096, 11008, 32, 32, 32, 128, 32256, 16384, 6_740_512_768, "deepseek-coder-6.7b"),
        Llama("TinyLlama/TinyLlama-1.1B-Chat-v1.0", 2048, 5632, 22, 32, 4, 64, 32000, 2048, 1_100_048_384, "tinyllama-1.1b"),
        With(
            Mistral("mistralai/Mistral-7B-Instruct-v0.1", 32000, 7_241_732_096, "mistral-7b-v0.1", "mistral-7b-instruct-v0.1"),
            shape => shape with { SlidingWindow = 4096 }),
        Mistral("mistralai/Mistral-7B-Instruct-v0.2", 32000, 7_241_732_096, "mistral-7b", "mistral-7b-instruct-v0.2", "zephyr-7b"),
        Mistral("mistralai/Mistral-7B-Instruct-v0.3", 32768, 7_248_023_552, "mistral-7b-v0.3", "mistral-7b-instruct-v0.3"),
        Small("mistralai/Mistral-Small-24B-Instruct-2501", "MistralForCausalLM", 32768, null, 23_572_403_200, "mistral-small-24b"),
        Small("mistralai/Mistral-Small-3.1-24B-Instruct-2503", "Mistral3ForConditionalGeneration", 131072, Pixtral, 24_011_361_280, "mistral-small-3.1-24b"),
        Small("mistralai/Mistral-Small-3.2-24B-Instruct-2506", "Mistral3ForConditionalGeneration", 131072, Pixtral, 24_011_361_280, "mistral-small-3.2-24b"),
    ];

    /// <summary>Images of 1540 pixels become 55 x 55 tokens of 2 x 2 patches. vLLM gives every GPU the whole encoder.</summary>
    private static VisionShape Pixtral => new(438_958_080, false, 3025, 4, 1024, 4096);

    private static ModelEntry Llama(
        string id, int hidden, int intermediate, int layers, int heads, int kvHeads, int headDim, int vocabulary, int positions, long? published, params ImmutableArray<string> aliases) =>
        new(id, new ModelArchitecture
        {
            ClassName = "LlamaForCausalLM",
            HiddenSize = hidden,
            IntermediateSize = intermediate,
            Layers = layers,
            AttentionHeads = heads,
            KvHeads = kvHeads,
            HeadDim = headDim,
            VocabSize = vocabulary,
            MaxPositions = positions,
            TiedEmbeddings = vocabulary == 128256 && hidden <= 3072,
        }, Config, published, aliases);

    private static ModelEntry Half(ModelEntry entry) => With(entry, shape => shape with { Dtype = ElementType.Fp16 });

    private static ModelEntry Mistral(string id, int vocabulary, long published, params ImmutableArray<string> aliases) =>
        With(Llama(id, 4096, 14336, 32, 32, 8, 128, vocabulary, 32768, published, aliases), shape => shape with { ClassName = "MistralForCausalLM" });

    private static ModelEntry Small(string id, string className, int positions, VisionShape? vision, long published, string alias) =>
        With(Llama(id, 5120, 32768, 40, 32, 8, 128, 131072, positions, published, alias), shape => shape with { ClassName = className, Vision = vision });

    private static ModelEntry With(ModelEntry entry, Func<ModelArchitecture, ModelArchitecture> change) => entry with { Architecture = change(entry.Architecture) };
}
