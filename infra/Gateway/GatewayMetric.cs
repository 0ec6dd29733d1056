using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway;

/// <summary>A figure that a program of the gateway must export.</summary>
/// <param name="Name">Name, with the prefix <c>clawdbot_</c>; histograms add <c>_bucket</c>, <c>_sum</c> and <c>_count</c> to it.</param>
/// <param name="Type"><c>gauge</c>, <c>counter</c> or <c>histogram</c>.</param>
/// <param name="Labels">Its labels, in ordinal order; those that Prometheus adds come on top.</param>
/// <param name="Help">What it says, in one line.</param>
public sealed record GatewayMetric(string Name, string Type, ImmutableArray<string> Labels, string Help);
