using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability;

/// <summary>Rules that Prometheus evaluates together, one PrometheusRule object.</summary>
/// <param name="Name">DNS label, at most 63 characters: <c>clawdbot-gateway</c>.</param>
/// <param name="Rules">The alerts, at least one.</param>
public sealed record AlertGroup(string Name, ImmutableArray<AlertRule> Rules);
