using System.Collections.Immutable;

namespace Clawdbot.Cli.Rendering;

/// <summary>The result of rendering a plan.</summary>
/// <param name="Manifests">One per Kubernetes object, sorted by file name, which is the apply order.</param>
/// <param name="Charts">One per Helm release, sorted by file name, which is the order of installation.</param>
/// <param name="NotRendered">Kubernetes resources that expand only in the provider (charts, YAML bundles), as <c>type name</c>.</param>
/// <param name="Warnings">One line for each object or chart that lacks a value the deployment would have.</param>
internal sealed record ManifestSet(
    ImmutableArray<Manifest> Manifests,
    ImmutableArray<ChartFile> Charts,
    ImmutableArray<string> NotRendered,
    ImmutableArray<string> Warnings);
