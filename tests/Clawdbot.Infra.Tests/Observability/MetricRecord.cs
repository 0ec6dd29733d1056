namespace Clawdbot.Infra.Tests.Observability;

/// <summary>A metric that a program exports, or one that it no longer does.</summary>
/// <param name="Name">Name in the text format; histograms without their suffix.</param>
/// <param name="Type">Type, or <c>removed</c>.</param>
/// <param name="Labels">Labels of its own.</param>
/// <param name="Jobs">Values of the label <c>job</c> under which Prometheus reads it.</param>
/// <param name="Instead">For a removed one, what took its place.</param>
internal sealed record MetricRecord(string Name, string Type, string[] Labels, string[] Jobs, string Instead = "");
