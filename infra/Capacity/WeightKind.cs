namespace Clawdbot.Infra.Capacity;

/// <summary>What quantisation does to a weight.</summary>
internal enum WeightKind
{
    /// <summary>Never quantised: norms, biases, routers.</summary>
    Plain,

    /// <summary>Token tables, kept in the model's type.</summary>
    Embedding,

    /// <summary>Matrices that checkpoints quantise.</summary>
    Linear,

    /// <summary>Matrices of experts.</summary>
    Expert,
}
