namespace Clawdbot.Infra.Observability;

/// <summary>The cards of one SKU, as far as alerts need them.</summary>
/// <param name="Sku">GPU SKU, label <c>gpu_sku</c> of the exporter's metrics.</param>
/// <param name="PerNode">GPUs of one node, 1 or more.</param>
/// <param name="MemoryLimit">Share of a card's memory that is planned to be used, 0 to 1 (C9.3).</param>
public sealed record AlertedGpus(string Sku, int PerNode, double MemoryLimit);
