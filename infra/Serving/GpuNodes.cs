namespace Clawdbot.Infra.Serving;

/// <summary>The nodes of one GPU SKU, as one pool sees them.</summary>
/// <param name="Count">Nodes that carry the SKU's label, 1 to 1000.</param>
/// <param name="GpusPerNode">GPUs of one node, 1 to 16.</param>
/// <param name="GpusUsedByOthers">GPUs on these nodes that other pools take, 0 or more.</param>
public sealed record GpuNodes(int Count, int GpusPerNode, int GpusUsedByOthers = 0)
{
    /// <summary>
    /// How many servers of <paramref name="gpusPerServer"/> GPUs fit. A server never spans nodes, and the other pools are assumed to
    /// lie in the most awkward way, so this many fit wherever the scheduler has put them.
    /// </summary>
    /// <param name="gpusPerServer">GPUs of one server, 1 or more.</param>
    public int Slots(int gpusPerServer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gpusPerServer, 1);
        var empty = (long)Count * (GpusPerNode / gpusPerServer);
        // The first slot of a node is lost once the GPUs left over there are used up, each further one with a full server's GPUs.
        var firstLoss = (GpusPerNode % gpusPerServer) + 1L;
        var lost = GpusUsedByOthers < Count * firstLoss
            ? GpusUsedByOthers / firstLoss
            : Count + ((GpusUsedByOthers - (Count * firstLoss)) / gpusPerServer);
        return (int)Math.Clamp(empty - lost, 0, int.MaxValue);
    }
}
