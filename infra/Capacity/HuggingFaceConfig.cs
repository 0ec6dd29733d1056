using System.Globalization;
using System.Text;
using System.Text.Json;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity;

/// <summary>Reads the shapes of a model from its Hugging Face <c>config.json</c>.</summary>
public static class HuggingFaceConfig
{
    /// <summary>A hundred trillion: a hundred times the largest published model.</summary>
    private const long MostParameters = 100_000_000_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="DiagnosticException">The file cannot be read, is not JSON, or lacks what is needed; names file, line and key.</exception>
    public static ModelArchitecture Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return Parse(File.ReadAllText(path, Encoding.UTF8), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException([new(DiagnosticIds.UnreadableModelConfig, path, error is FileNotFoundException or DirectoryNotFoundException ? "missing" : "unreadable",
                "a config.json of a Hugging Face model", "Download it from the model's page and give its path.")]);
        }
    }

    /// <summary>Reads the text of a <c>config.json</c>.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="DiagnosticException">The text is not JSON or lacks what is needed; every mistake with key and line.</exception>
    public static ModelArchitecture Parse(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new DiagnosticException([new(DiagnosticIds.UnreadableModelConfig, $"{file}:1", document.RootElement.ValueKind.ToString(), "a JSON object", "Give the config.json of a model.")]);
            return Read(new ConfigObject(document.RootElement, json, file));
        }
        catch (JsonException error)
        {
            throw new DiagnosticException([new(DiagnosticIds.UnreadableModelConfig,
                FormattableString.Invariant($"{file}:{error.LineNumber + 1}:{error.BytePositionInLine + 1}"), "not JSON", "a JSON object", "Download the file again.")]);
        }
    }

    private static ModelArchitecture Read(ConfigObject root)
    {
        // Models with images keep the decoder's shapes in a part of their own.
        var text = root.Child("text_config") ?? root.Child("language_config") ?? root;
        var className = root.FirstText("architectures") ?? text.FirstText("architectures") ?? "";
        var family = text.Text("model_type") ?? root.Text("model_type") ?? "";
        var hidden = text.Required("hidden_size");
        var layers = text.Required("num_hidden_layers");
        var heads = text.Required("num_attention_heads");
        var latent = ReadLatent(text);
        var moe = ReadMoe(text, layers);
        var architecture = new ModelArchitecture
        {
            ClassName = className,
            HiddenSize = hidden,
            Layers = layers,
            AttentionHeads = heads,
            KvHeads = text.Number("num_key_value_heads") ?? heads,
            HeadDim = latent is not null ? latent.PlainHeadDim + latent.RotaryDim : text.Number("head_dim") ?? (heads > 0 ? hidden / heads : 0),
            IntermediateSize = text.Number("intermediate_size") ?? text.Number("n_inner") ?? (moe is null ? text.Required("intermediate_size") : 0),
            VocabSize = text.Number("vocab_size") ?? root.Required("vocab_size"),
            MaxPositions = text.Required("max_position_embeddings"),
            TiedEmbeddings = text.Flag("tie_word_embeddings") ?? root.Flag("tie_word_embeddings") ?? ConfigFamilies.TiesEmbeddings(family),
            QkvBias = text.Flag("attention_bias") ?? text.Flag("qkv_bias") ?? ConfigFamilies.HasQkvBias(family),
            AttentionOutputBias = text.Flag("attention_bias") ?? ConfigFamilies.HasOutputBias(family),
            MlpBias = text.Flag("mlp_bias") ?? ConfigFamilies.HasOutputBias(family),
            QkNorm = ConfigFamilies.NormalizesHeads(family),
            GatedMlp = ConfigFamilies.HasGate(family),
            NormsPerLayer = ConfigFamilies.NormsPerLayer(family),
            NormBias = ConfigFamilies.HasOutputBias(family) && !ConfigFamilies.HasGate(family),
            RotaryDim = (int)((text.Fraction("partial_rotary_factor") ?? 0) * (text.Number("head_dim") ?? (heads > 0 ? hidden / heads : 0))),
            RotaryTables = text.Has("rope_local_base_freq") ? 2 : 1,
            Moe = moe,
            Latent = latent,
            Dtype = ElementTypes.Parse(text.Text("torch_dtype") ?? text.Text("dtype") ?? root.Text("torch_dtype") ?? root.Text("dtype") ?? "bfloat16") ?? ElementType.Bf16,
            Format = root.Child("quantization_config") is { } quantization ? ReadFormat(quantization, root) : WeightFormat.Unquantized,
        };
        architecture = ConfigWindows.Apply(architecture, text, family);
        root.ThrowIfWrong();
        CheckHeads(architecture, text);
        CheckSize(architecture, text);
        root.ThrowIfWrong();
        return architecture;
    }

    private static void CheckHeads(ModelArchitecture architecture, ConfigObject text)
    {
        if (architecture.KvHeads < 1 || architecture.AttentionHeads % architecture.KvHeads != 0)
            text.Wrong("num_key_value_heads", FormattableString.Invariant($"{architecture.KvHeads}"), FormattableString.Invariant($"a divisor of the {architecture.AttentionHeads} attention heads"), "Correct the file.");
        if (architecture.HeadDim < 1)
            text.Wrong("head_dim", FormattableString.Invariant($"{architecture.HeadDim}"), "a whole number above 0, or a hidden_size of at least num_attention_heads", "Correct the file.");
    }

    /// <summary>Sizes that are possible one by one may be absurd together; sums of them would overflow.</summary>
    private static void CheckSize(ModelArchitecture architecture, ConfigObject text)
    {
        try
        {
            if (architecture.Parameters is > 0 and <= MostParameters)
                return;
        }
        catch (OverflowException)
        {
            // Said below, as for any other count beyond the limit.
        }
        text.Wrong("hidden_size", "part of a shape with too many parameters", FormattableString.Invariant($"shapes of at most {MostParameters} parameters"), "Correct the file.");
    }

    private static MoeShape? ReadMoe(ConfigObject text, int layers)
    {
        var experts = text.Number("num_experts") ?? text.Number("num_local_experts") ?? text.Number("n_routed_experts");
        if (experts is not > 0)
            return null;
        var width = text.Number("moe_intermediate_size") ?? text.Required("intermediate_size");
        var shared = text.Number("shared_expert_intermediate_size") ?? ((text.Number("n_shared_experts") ?? 0) * width);
        return new MoeShape(experts.Value, text.Number("num_experts_per_tok") ?? text.Required("num_experts_per_tok"), width)
        {
            SharedIntermediateSize = shared,
            SharedGate = text.Has("shared_expert_intermediate_size"),
            DenseLayers = Math.Min(layers, text.Number("first_k_dense_replace") ?? 0),
        };
    }

    private static LatentAttention? ReadLatent(ConfigObject text) => text.Number("kv_lora_rank") is { } rank
        ? new LatentAttention(rank, text.Required("qk_rope_head_dim"), text.Required("qk_nope_head_dim"), text.Required("v_head_dim")) { QueryRank = text.Number("q_lora_rank") ?? 0 }
        : null;

    private static WeightFormat ReadFormat(ConfigObject quantization, ConfigObject root)
    {
        var method = quantization.Text("quant_method") ?? "";
        var format = WeightFormats.Recognize(method) ?? (method == "compressed-tensors" ? WeightFormats.Recognize(quantization.Text("format") switch
        {
            "pack-quantized" or "marlin-24" => PackedBits(quantization),
            "float-quantized" or "naive-quantized" => "fp8",
            "int-quantized" => "int8",
            _ => "",
        }) : null);
        if (format is null)
            root.Wrong("quantization_config", $"'{method}'", "awq, gptq, fp8, bitsandbytes, mxfp4 or compressed-tensors", "The memory of other formats is not modelled.");
        // Methods that are known for 4 bits also come with 8, which take twice the memory.
        var bits = quantization.Number("bits");
        if (format is WeightFormat.Awq or WeightFormat.Gptq && bits is not (null or 4 or 8))
            quantization.Wrong("bits", bits.Value.ToString(CultureInfo.InvariantCulture), "4 or 8", "The memory of other formats is not modelled.");
        var eight = format is WeightFormat.Gptq or WeightFormat.Awq ? bits == 8
            : format is WeightFormat.BitsAndBytes4 && quantization.Flag("load_in_8bit") == true;
        return eight ? WeightFormat.W8A8 : format ?? WeightFormat.Unquantized;
    }

    /// <summary>The widest weights of a packed checkpoint: some layers may keep more bits than others.</summary>
    private static string PackedBits(ConfigObject quantization)
    {
        var widest = 4;
        foreach (var weights in (quantization.Child("config_groups")?.Children() ?? []).Select(group => group.Child("weights")))
        {
            var bits = weights?.Number("num_bits");
            if (bits is not (null or 4 or 8))
                weights!.Wrong("num_bits", bits.Value.ToString(CultureInfo.InvariantCulture), "4 or 8", "The memory of other formats is not modelled.");
            widest = Math.Max(widest, bits ?? widest);
        }
        return widest > 4 ? "int8" : "int4";
    }
}
