using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Rules;

/// <summary>A rule about the waivers themselves, checked when everything else was.</summary>
internal abstract class WaiverRule(PolicyMetadata metadata) : PolicyRule(metadata)
{
    /// <inheritdoc/>
    public sealed override bool ChecksResources => false;

    /// <inheritdoc/>
    public sealed override bool AppliesTo(string type) => false;

    /// <summary>Checks one waiver.</summary>
    /// <param name="waiver">The waiver.</param>
    /// <param name="book">What is known of the run.</param>
    /// <param name="report">Where to report.</param>
    public abstract void Check(Waiver waiver, WaiverBook book, RuleReport report);
}
