namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>A server whose speed is to be computed.</summary>
public sealed record SpeedModelInput
{
    /// <summary>Shapes of the model.</summary>
    public required ModelArchitecture Model { get; init; }

    /// <summary>The card.</summary>
    public required GpuSku Gpu { get; init; }

    /// <summary>Format of the weights.</summary>
    public required WeightFormat Format { get; init; }

    /// <summary>GPUs of the server, 1 or more.</summary>
    public required int TensorParallelSize { get; init; }

    /// <summary>Weights on one GPU, in GiB.</summary>
    public required double WeightsGiB { get; init; }

    /// <summary>Bytes of one token in the cache of one GPU.</summary>
    public required long KvBytesPerToken { get; init; }

    /// <summary>Requests that the server answers at the same time, 1 or more.</summary>
    public required int Requests { get; init; }

    /// <summary>Tokens that the prefix cache holds already, 0 or more: attended to, not computed again.</summary>
    public int CachedTokens { get; init; }

    /// <summary>Tokens of a typical prompt that are not in the prefix cache, 1 or more.</summary>
    public required int PromptTokens { get; init; }

    /// <summary>Tokens of a typical answer, 1 or more.</summary>
    public required int AnswerTokens { get; init; }

    /// <summary>Tokens of one batch, 1 or more: a longer prompt takes several.</summary>
    public required int MaxNumBatchedTokens { get; init; }

    /// <summary>Whether CUDA graphs are off.</summary>
    public required bool EnforceEager { get; init; }
}
