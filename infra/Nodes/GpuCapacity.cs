namespace Clawdbot.Infra.Nodes;

/// <summary>How GPU nodes are bought: one of the nested records, nothing else. Nothing here ever buys a reservation.</summary>
public abstract record GpuCapacity
{
    private GpuCapacity()
    {
    }

    /// <summary>By the hour, where AWS has them free.</summary>
    public sealed record OnDemand : GpuCapacity;

    /// <summary>By the hour at the price of the day; AWS takes a node back with two minutes' notice.</summary>
    public sealed record Spot : GpuCapacity;

    /// <summary>Nodes of an on-demand capacity reservation, and only those; it lies in one zone.</summary>
    /// <param name="ReservationId">An existing reservation: <c>cr-</c> and 17 hexadecimal digits.</param>
    public sealed record Reserved(string ReservationId) : GpuCapacity;

    /// <summary>
    /// Nodes of a capacity block, bought elsewhere for fixed days. EKS takes the nodes away 40 minutes before its end, EC2 30 minutes before.
    /// https://docs.aws.amazon.com/eks/latest/userguide/capacity-blocks-mng.html
    /// </summary>
    /// <param name="ReservationId">An existing block: <c>cr-</c> and 17 hexadecimal digits.</param>
    /// <param name="Zone">The zone of the block.</param>
    /// <param name="Active">Whether the block has begun and not ended; before and after, no node can start.</param>
    public sealed record CapacityBlock(string ReservationId, string Zone, bool Active) : GpuCapacity;
}
