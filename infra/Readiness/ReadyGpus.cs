namespace Clawdbot.Infra.Readiness;

/// <summary>Cards whose memory is checked.</summary>
/// <param name="Sku">GPU SKU, label <c>gpu_sku</c> of the exporter's metrics.</param>
/// <param name="MemoryLimit">Share of a card's memory that is planned to be used, 0 to 1 (C9.3).</param>
public sealed record ReadyGpus(string Sku, double MemoryLimit);
