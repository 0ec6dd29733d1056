using System.Collections.Immutable;

namespace Clawdbot.Infra.Platform;

/// <summary>How strict the cluster is with objects that break rules of the policy pack. Plain values, known before anything is deployed.</summary>
public sealed record AdmissionPoliciesSpec
{
    /// <summary>What happens to an object that breaks a rule.</summary>
    /// <value>Default: audit.</value>
    public AdmissionMode Mode { get; init; } = AdmissionMode.Audit;

    /// <summary>Rules that are only audited whatever the mode is, such as those that a waiver covers.</summary>
    /// <value>Some of <see cref="AdmissionPolicyCatalog.Rules"/>; default none.</value>
    public ImmutableArray<string> AuditOnly { get; init; } = [];

    /// <summary>Namespaces in which no rule holds, besides those of <see cref="AdmissionPoliciesDefaults.Privileged"/>.</summary>
    /// <value>Default: none.</value>
    public ImmutableArray<string> ExemptNamespaces { get; init; } = [];

    /// <summary>What happens to an object that breaks the rule of <paramref name="policy"/>.</summary>
    public AdmissionMode ModeOf(AdmissionPolicyDefinition policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return AuditOnly.Contains(policy.Rule, StringComparer.Ordinal) ? AdmissionMode.Audit : (AdmissionMode)Math.Min((int)Mode, (int)policy.Strictest);
    }
}
