namespace Clawdbot.Infra.Capacity;

/// <summary>A weight of which every layer has one.</summary>
/// <param name="Kind">What quantisation does to it.</param>
/// <param name="Elements">Elements on one GPU.</param>
/// <param name="Count">How many such tensors there are.</param>
internal readonly record struct WeightTensor(WeightKind Kind, long Elements, int Count);
