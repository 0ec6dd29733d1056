namespace Clawdbot.Policies.Evaluation;

/// <summary>What a check found.</summary>
internal sealed class PolicyFindings
{
    /// <summary>The violations, in the order of resources and rules.</summary>
    public List<PolicyViolation> Violations { get; } = [];

    /// <summary>What could not be decided, in the same order.</summary>
    public List<NotApplicable> NotApplicable { get; } = [];

    /// <summary>Takes over what a rule found.</summary>
    public void Add(RuleReport report)
    {
        Violations.AddRange(report.Violations);
        NotApplicable.AddRange(report.NotApplicable);
    }

    /// <summary>Takes over other findings.</summary>
    public void Add(PolicyFindings other)
    {
        Violations.AddRange(other.Violations);
        NotApplicable.AddRange(other.NotApplicable);
    }
}
