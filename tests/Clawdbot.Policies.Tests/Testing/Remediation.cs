using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Lets one rule correct a resource.</summary>
internal static class Remediation
{
    /// <summary>The corrected copy of <paramref name="sample"/>; null when <paramref name="rule"/> corrects nothing.</summary>
    public static Sample? Of(PolicyRule rule, Sample sample) => rule.Remediate(sample.Resource) is { } properties ? sample.With("", properties) : null;
}
