namespace Clawdbot.Infra.Capacity;

/// <summary>The image encoder of a model, as far as memory depends on it.</summary>
/// <param name="Parameters">Parameters of encoder and projector together.</param>
/// <param name="ShardedByTensorParallel">Whether tensor parallelism splits it; otherwise each GPU holds all of it.</param>
/// <param name="MaxTokensPerImage">Most tokens that one image becomes.</param>
/// <param name="PatchesPerToken">Patches that are merged into one token.</param>
/// <param name="HiddenSize">Width of the encoder.</param>
/// <param name="IntermediateSize">Width of its feed-forward block.</param>
public sealed record VisionShape(long Parameters, bool ShardedByTensorParallel, int MaxTokensPerImage, int PatchesPerToken, int HiddenSize, int IntermediateSize);
