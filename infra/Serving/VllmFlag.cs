using Clawdbot.Infra.Capacity;

namespace Clawdbot.Infra.Serving;

/// <summary>A flag of <c>vllm serve</c> and the releases that know it.</summary>
/// <param name="Name">The flag with its dashes.</param>
/// <param name="Since">First release with it; null when every release from 0.6 on has it.</param>
/// <param name="Removed">First release without it; null when it is still there.</param>
/// <param name="Advice">What to do without it, as the second half of a sentence; empty when there is nothing to say.</param>
public sealed record VllmFlag(string Name, VllmVersion? Since, VllmVersion? Removed, string Advice)
{
    /// <summary>Whether no release ever had it, however often it is copied from page to page.</summary>
    public bool NeverExisted { get; init; }

    /// <summary>Why <paramref name="version"/> ends with "unrecognized arguments", as a sentence; null when it knows the flag.</summary>
    /// <param name="version">Release of vLLM.</param>
    public string? WhyMissing(VllmVersion version) => this switch
    {
        { NeverExisted: true } => $"It never existed; {Advice}.",
        { Removed: { } removed } when version >= removed => $"It was removed in vLLM {removed}; {Advice}.",
        { Since: { } since } when version < since => $"It exists since vLLM {since}; pin that release or a newer one.",
        _ => null,
    };
}
