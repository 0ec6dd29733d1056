namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>A published start-up of a vLLM server: how it was started, and what it printed.</summary>
/// <param name="Id">Name of the row.</param>
/// <param name="Model">Hugging Face id.</param>
/// <param name="Gpu">Name of the card as printed.</param>
/// <param name="Version">Release as printed; empty when unknown.</param>
/// <param name="Input">The server; null when model or card are unknown.</param>
/// <param name="Exact">Whether the row names a published model itself, so that its longest context is known.</param>
/// <param name="MeasuredTokens">KV tokens that the server printed; null when it did not start.</param>
/// <param name="Skipped">Why no prediction is possible; empty when one is.</param>
public sealed record KvPoint(string Id, string Model, string Gpu, string Version, MemoryModelInput? Input, bool Exact, long? MeasuredTokens, string Skipped);
