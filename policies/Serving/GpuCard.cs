namespace Clawdbot.Policies.Serving;

/// <summary>A GPU.</summary>
/// <param name="Sku">Its name in the label <c>clawdbot.dev/gpu-sku</c>.</param>
/// <param name="MemoryGiB">Its nominal memory.</param>
/// <param name="HasBfloat16">Whether it computes in bfloat16: compute capability 8.0 and newer.</param>
internal sealed record GpuCard(string Sku, int MemoryGiB, bool HasBfloat16 = true);
