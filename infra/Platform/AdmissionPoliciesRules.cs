using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Platform;

/// <summary>Rules for <see cref="AdmissionPoliciesSpec"/>.</summary>
public static class AdmissionPoliciesRules
{
    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">How strict the cluster is to be.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(AdmissionPoliciesSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        CheckRepetition("auditOnly", spec.AuditOnly, findings);
        for (var index = 0; index < spec.AuditOnly.Length; index++)
            findings.OneOf(DiagnosticIds.UnknownChoice, $"auditOnly[{index}]", spec.AuditOnly[index], AdmissionPolicyCatalog.Rules);
        CheckRepetition("exemptNamespaces", spec.ExemptNamespaces, findings);
        for (var index = 0; index < spec.ExemptNamespaces.Length; index++)
            CheckNamespace($"exemptNamespaces[{index}]", spec.ExemptNamespaces[index], findings);
        return findings.Diagnostics;
    }

    private static void CheckNamespace(string member, string name, Findings findings)
    {
        if (!KubernetesNames.IsDnsLabel(name))
            findings.Add(DiagnosticIds.InvalidName, member, $"'{name}'", $"{KubernetesNames.DnsLabelRule}, at most {KubernetesNames.MaximumLength} characters");
        else if (AdmissionPoliciesDefaults.Own.Contains(name))
        {
            findings.Add(DiagnosticIds.ContradictorySettings, member, $"'{name}'", "a namespace of another program",
                "The policies are there for this one; put the rule that it cannot keep into auditOnly.");
        }
    }

    private static void CheckRepetition(string member, ImmutableArray<string> items, Findings findings)
    {
        foreach (var repeated in items.GroupBy(item => item, StringComparer.Ordinal).Where(group => group.Count() > 1))
            findings.Add(DiagnosticIds.DuplicateName, member, $"'{repeated.Key}' again", "each name once");
    }
}
