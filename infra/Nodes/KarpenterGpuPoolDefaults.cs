namespace Clawdbot.Infra.Nodes;

/// <summary>Choices of <see cref="KarpenterGpuPool"/> beyond those of <see cref="GpuNodePoolDefaults"/>.</summary>
public static class KarpenterGpuPoolDefaults
{
    /// <summary>Nodes that Karpenter may take away at once, as the pools replace their servers one at a time.</summary>
    public const string DisruptedNodes = "1";

    /// <summary>
    /// Only empty nodes are removed to save money: moving a server to a smaller node costs a load of its model.
    /// https://karpenter.sh/docs/concepts/disruption/#consolidation
    /// </summary>
    public const string Consolidation = "WhenEmpty";
}
