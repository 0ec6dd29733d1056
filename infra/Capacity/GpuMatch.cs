namespace Clawdbot.Infra.Capacity;

/// <summary>A GPU name as some log printed it, understood.</summary>
/// <param name="Sku">The card.</param>
/// <param name="UnderWsl">Whether it runs below Windows (WSL2), where CUDA reports all memory but the desktop uses some of it.</param>
public sealed record GpuMatch(GpuSku Sku, bool UnderWsl)
{
    /// <summary>Memory in GiB that CUDA reports: below Windows the same as <c>nvidia-smi</c>, because the driver's share lies outside.</summary>
    public double TotalGiB => UnderWsl ? Sku.MemoryMiB / 1024.0 : Sku.TotalGiB;
}
