namespace Clawdbot.Policies.Serving;

/// <summary>A flag that <c>vllm serve</c> no longer has.</summary>
/// <param name="Name">The flag.</param>
/// <param name="In">First release that is certain not to have it.</param>
/// <param name="Instead">What to do instead, as a sentence.</param>
internal sealed record RemovedFlag(string Name, VllmVersion In, string Instead);
