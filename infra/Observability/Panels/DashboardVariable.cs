namespace Clawdbot.Infra.Observability.Panels;

/// <summary>A choice above a dashboard: several values or all.</summary>
/// <param name="Name">Name, which queries use behind a dollar sign.</param>
/// <param name="Label">What people read.</param>
/// <param name="Series">Series whose label has the values.</param>
/// <param name="Source">That label.</param>
public sealed record DashboardVariable(string Name, string Label, string Series, string Source);
