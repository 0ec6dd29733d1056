namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Where load and heat are read.</summary>
/// <param name="ModelMetricsSeconds">Seconds between two readings of a model server's own metrics.</param>
/// <param name="PrometheusUrl">Prometheus with the metrics of the GPUs; null works without temperature and utilisation.</param>
/// <param name="GpuMetricsSeconds">Seconds between two queries there.</param>
public sealed record TelemetrySettings(int ModelMetricsSeconds, string? PrometheusUrl, int GpuMetricsSeconds);
