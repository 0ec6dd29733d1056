namespace Clawdbot.Infra.Capacity;

/// <summary>The shapes of a decoder model: all that weights, activations and cache sizes follow from.</summary>
public sealed record ModelArchitecture
{
    /// <summary>Class name in the model's configuration: <c>Qwen3ForCausalLM</c>.</summary>
    public required string ClassName { get; init; }

    /// <summary>Width of the residual stream.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>Width of the feed-forward block; for a mixture, that of its dense layers.</summary>
    public required int IntermediateSize { get; init; }

    /// <summary>Decoder layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Query heads.</summary>
    public required int AttentionHeads { get; init; }

    /// <summary>Key and value heads.</summary>
    public required int KvHeads { get; init; }

    /// <summary>Width of a head.</summary>
    public required int HeadDim { get; init; }

    /// <summary>Rows of the embedding table.</summary>
    public required int VocabSize { get; init; }

    /// <summary>Longest context that the configuration allows, in tokens.</summary>
    public required int MaxPositions { get; init; }

    /// <summary>Whether input and output embeddings are one table.</summary>
    public bool TiedEmbeddings { get; init; }

    /// <summary>Whether the feed-forward block has a gate, so three matrices instead of two.</summary>
    /// <value>Default: true.</value>
    public bool GatedMlp { get; init; } = true;

    /// <summary>Whether the query, key and value projections have bias vectors.</summary>
    public bool QkvBias { get; init; }

    /// <summary>Whether the attention's output projection has a bias vector.</summary>
    public bool AttentionOutputBias { get; init; }

    /// <summary>Whether the feed-forward block has bias vectors.</summary>
    public bool MlpBias { get; init; }

    /// <summary>Whether queries and keys are normalised per head.</summary>
    public bool QkNorm { get; init; }

    /// <summary>Whether each head has a learned attention sink.</summary>
    public bool AttentionSinks { get; init; }

    /// <summary>Normalisations in one layer.</summary>
    /// <value>Default: 2.</value>
    public int NormsPerLayer { get; init; } = 2;

    /// <summary>Whether normalisations have a bias besides their weight.</summary>
    public bool NormBias { get; init; }

    /// <summary>Whether the output embedding has a bias vector.</summary>
    public bool OutputBias { get; init; }

    /// <summary>Width of a head's rotated part.</summary>
    /// <value>Default: 0, the whole head.</value>
    public int RotaryDim { get; init; }

    /// <summary>Tables of rotation angles; 2 when local and global layers rotate differently.</summary>
    /// <value>Default: 1.</value>
    public int RotaryTables { get; init; } = 1;

    /// <summary>Window of the layers with sliding or chunked attention, in tokens.</summary>
    /// <value>Default: null, every layer sees the whole context.</value>
    public int? SlidingWindow { get; init; }

    /// <summary>Layers that see the whole context, when <see cref="SlidingWindow"/> is set.</summary>
    /// <value>Default: 0, every layer slides.</value>
    public int FullAttentionLayers { get; init; }

    /// <summary>Whether the window is a fixed chunk; vLLM then leaves its hybrid cache manager off.</summary>
    public bool ChunkedAttention { get; init; }

    /// <summary>The experts.</summary>
    /// <value>Default: null, a dense model.</value>
    public MoeShape? Moe { get; init; }

    /// <summary>The compressed attention.</summary>
    /// <value>Default: null, ordinary heads.</value>
    public LatentAttention? Latent { get; init; }

    /// <summary>The image encoder.</summary>
    /// <value>Default: null, text only.</value>
    public VisionShape? Vision { get; init; }

    /// <summary>Type that the configuration names.</summary>
    /// <value>Default: bfloat16.</value>
    public ElementType Dtype { get; init; } = ElementType.Bf16;

    /// <summary>Format that the published checkpoint has.</summary>
    /// <value>Default: unquantised.</value>
    public WeightFormat Format { get; init; }

    /// <summary>Parameters as someone states them, used instead of the shapes when those are incomplete.</summary>
    /// <value>Default: null, computed from the shapes.</value>
    public long? DeclaredParameters { get; init; }

    /// <summary>All parameters, the image encoder included.</summary>
    public long Parameters => DeclaredParameters ?? (WeightTensors.CheckpointParameters(this) + (Vision?.Parameters ?? 0));

    /// <summary>Parameters that one token passes: all of a dense model, less the experts that were not chosen of a mixture.</summary>
    public long ActiveParameters => Parameters - WeightTensors.IdleExpertParameters(this);
}
