using System.Collections.Immutable;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads one entry of <c>clawdbot:gpuNodes</c>.</summary>
internal static class GpuNodesReader
{
    internal static ImmutableArray<string> Keys { get; } = ["sku", "count", "gpusPerNode"];

    /// <summary>A size that cannot be read counts as the largest that the target allows, so that the pools are not blamed for it.</summary>
    internal static GpuNodeSettings Read(SettingsObject entry, bool oneMachine) => new(
        entry.Text("sku", ""),
        entry.Integer("count", oneMachine ? 1 : ModelPoolDefaults.NodeCount.Maximum),
        entry.Integer("gpusPerNode", ModelPoolDefaults.GpusPerNode.Maximum));
}
