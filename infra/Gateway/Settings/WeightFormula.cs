namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>
/// base x (1 - UtilizationShare x utilisation) x min(1, max(TemperatureFloor, 1 - (temperature - TemperatureStart) / TemperatureRange))
/// x (HealthShare x health + HealthFloor); above HeatLimit at most HeatShare of the base.
/// </summary>
/// <param name="UtilizationShare">Share of the weight that full utilisation takes.</param>
/// <param name="TemperatureStart">Degrees Celsius from which heat counts.</param>
/// <param name="TemperatureRange">Degrees above the start that would take the whole weight.</param>
/// <param name="TemperatureFloor">Smallest factor of the temperature.</param>
/// <param name="HealthShare">Share that depends on the success rate, 0 to 1.</param>
/// <param name="HealthFloor">Share that stays with a node whose requests all fail.</param>
/// <param name="HeatLimit">Degrees Celsius above which the cap applies.</param>
/// <param name="HeatShare">The cap, as a share of the base.</param>
public sealed record WeightFormula(
    double UtilizationShare,
    int TemperatureStart,
    int TemperatureRange,
    double TemperatureFloor,
    double HealthShare,
    double HealthFloor,
    int HeatLimit,
    double HeatShare);
