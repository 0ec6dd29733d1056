namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>How the weight of a node follows from its card and its state.</summary>
public sealed record WeightSettings
{
    /// <summary>Name of the algorithm, one of <see cref="GatewayDefaults.Algorithms"/>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Constants of the algorithm <c>formula</c>, which <c>load-aware</c> uses for heat and health as well.</summary>
    public required WeightFormula Formula { get; init; }

    /// <summary>Shares of the algorithm <c>load-aware</c>.</summary>
    public required LoadAwareWeights LoadAware { get; init; }
}
