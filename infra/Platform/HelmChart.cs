using System.Collections.Immutable;

namespace Clawdbot.Infra.Platform;

/// <summary>One pinned chart with its values.</summary>
/// <param name="Name">Name of the release, and of its logical resource.</param>
/// <param name="Chart">Name of the chart in its repository, or an <c>oci://</c> address.</param>
/// <param name="Repository">Address of the repository; empty with <c>oci://</c>.</param>
/// <param name="Version">Exact version.</param>
/// <param name="Namespace">Where it goes.</param>
/// <param name="Values">What differs from the chart's own values: texts, numbers, flags, lists and maps; never a secret.</param>
/// <param name="After">Releases that must stand first.</param>
public sealed record HelmChart(
    string Name, string Chart, string Repository, string Version, string Namespace, IReadOnlyDictionary<string, object> Values, ImmutableArray<string> After);
