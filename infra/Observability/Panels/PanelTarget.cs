namespace Clawdbot.Infra.Observability.Panels;

/// <summary>One query of a panel.</summary>
/// <param name="Expression">PromQL; variables of the dashboard and <c>$__rate_interval</c> are replaced by Grafana.</param>
/// <param name="Legend">Name of each line, with labels in double braces: <c>{{pool}}</c>.</param>
public sealed record PanelTarget(string Expression, string Legend);
