using System.Globalization;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Rules.Waivers;

/// <summary>Waivers end.</summary>
internal sealed class WaiverExpired() : WaiverRule(new PolicyMetadata("waiver-expired")
{
    Title = "Waivers have not expired",
    Description = "An exception was accepted until a day; after it somebody has to decide again.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C9")],
    Remedy = "Mend what the waiver excuses and remove it, or have its owner accept the risk until another day.",
    Url = "https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final",
})
{
    /// <inheritdoc/>
    public override void Check(Waiver waiver, WaiverBook book, RuleReport report)
    {
        if (book.IsExpired(waiver))
        {
            report.Violation(
                null, $"{waiver.Place} ({waiver.Rule}, owner {Values.ShownValue.OneLine(waiver.Owner)})",
                "expired on " + waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "a last day that is not over");
        }
    }
}
