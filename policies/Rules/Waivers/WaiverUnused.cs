using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Rules.Waivers;

/// <summary>Waivers excuse something.</summary>
internal sealed class WaiverUnused() : WaiverRule(new PolicyMetadata("waiver-unused")
{
    Title = "Waivers excuse something",
    Description = "A waiver that matches nothing is either left over, and would hide the next violation, or names the wrong resource.",
    Severity = PolicySeverity.Low,
    Frameworks = [FrameworkReference.Clawdbot("C9")],
    Remedy = "Remove it, or correct its resource; one that belongs to some stacks says so with 'stacks'.",
    Url = "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final",
    DefaultLevel = EnforcementLevel.Advisory,
})
{
    /// <inheritdoc/>
    public override void Check(Waiver waiver, WaiverBook book, RuleReport report)
    {
        if (!book.IsUsed(waiver) && !book.IsExpired(waiver))
        {
            report.Violation(null, waiver.Place, $"unused ({waiver.Rule} on {Values.ShownValue.Quoted(waiver.Resource)} is not violated)", "a waiver that matches a violation");
        }
    }
}
