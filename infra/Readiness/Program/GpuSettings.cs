namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Cards of one kind.</summary>
/// <param name="Sku">Label <c>gpu_sku</c> of their metrics.</param>
/// <param name="MemoryLimit">Used share of memory that is planned, 0 to 1.</param>
internal sealed record GpuSettings(string Sku, double MemoryLimit);
