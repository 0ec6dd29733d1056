using System.Globalization;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Readiness;

/// <summary>Rules for <see cref="ReadinessSpec"/>.</summary>
public static class ReadinessGateRules
{
    /// <summary>All mistakes in a gate.</summary>
    /// <param name="spec">The gate.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ReadinessSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        findings.AddRange(LoadTestRules.Check(spec.Load, subject, remedy));
        if (spec.Pools.IsDefaultOrEmpty)
            findings.Add(ReadinessDiagnosticIds.NothingToCheck, "pools", "empty", "at least one pool");
        if (spec.Gpus.IsDefaultOrEmpty)
            findings.Add(ReadinessDiagnosticIds.NothingToCheck, "gpus", "empty", "at least one GPU SKU");
        var members = spec.EtcdEndpoints.IsDefault ? 0 : spec.EtcdEndpoints.Length;
        if (members < ReadinessGateDefaults.FewestMembers || members % 2 == 0)
        {
            findings.Add(ReadinessDiagnosticIds.MemberCount, "etcdEndpoints", members.ToString(CultureInfo.InvariantCulture),
                "an odd number of members from 3 on", "Item 9 of the checklist would never hold; change etcd.members.");
        }
        // One failed message must be allowed, or a single lost packet keeps a system out of production.
        var enough = (int)Math.Floor(100 / LoadTestDefaults.ErrorPercent) + 1;
        if (spec.Load.Profile.Messages < enough)
        {
            findings.Add(ReadinessDiagnosticIds.TooFewMessages, "messages", spec.Load.Profile.Messages.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"at least {enough}"), "With fewer, one failed message is more than the allowed share of errors.");
        }
        findings.InRange("patienceSeconds", spec.PatienceSeconds, ReadinessGateDefaults.Patience);
        return findings.Diagnostics;
    }
}
