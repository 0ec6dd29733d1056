namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>A priority of requests.</summary>
/// <param name="Name">Value of the header and of the metric label <c>priority</c>.</param>
/// <param name="ModelPriority">What vLLM is told when its scheduler works by priority; smaller is served earlier.</param>
/// <param name="ShedAtPercent">Fill of the queue, in percent, from which new requests of this priority are refused.</param>
public sealed record PriorityClass(string Name, int ModelPriority, int ShedAtPercent);
