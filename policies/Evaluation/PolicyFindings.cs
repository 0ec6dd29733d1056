using Clawdbot.Policies.Waivers;

namespace Clawdbot.Policies.Evaluation;

/// <summary>What a check found.</summary>
internal sealed class PolicyFindings
{
    /// <summary>The violations, in the order of resources and rules.</summary>
    public List<PolicyViolation> Violations { get; } = [];

    /// <summary>What could not be decided, in the same order.</summary>
    public List<NotApplicable> NotApplicable { get; } = [];

    /// <summary>The violations that a waiver accepts; they are not among <see cref="Violations"/>.</summary>
    public List<WaivedViolation> Waived { get; } = [];

    /// <summary>Whether something stops the deployment.</summary>
    public bool IsMandatory => Violations.Exists(violation => violation.IsMandatory);

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
        Waived.AddRange(other.Waived);
    }

    /// <summary>Moves the violations that a waiver covers.</summary>
    public PolicyFindings Waive(WaiverBook waivers)
    {
        if (waivers.Waivers.Count > 0)
        {
            Violations.RemoveAll(violation =>
            {
                if (waivers.Find(violation) is not { } waiver)
                {
                    return false;
                }

                Waived.Add(new WaivedViolation(violation, waiver));
                return true;
            });
        }

        return this;
    }
}
