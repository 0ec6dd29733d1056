using Clawdbot.Policies.Resources;

namespace Clawdbot.Cli.Checks;

/// <summary>What is checked.</summary>
/// <param name="Title">How the report calls it.</param>
/// <param name="Stack">The stack that it belongs to; null for manifests, which name none.</param>
/// <param name="IsProduction">Whether rules have their own level, rather than advising only.</param>
/// <param name="Resources">The resources.</param>
internal sealed record CheckSubject(string Title, string? Stack, bool IsProduction, IReadOnlyList<PolicyResource> Resources)
{
    /// <summary>A planned stack.</summary>
    public static CheckSubject Of(Plans.Plan plan) => new($"stack {plan.Stack}", plan.Stack, plan.IsProduction, PlanValues.Resources(plan));
}
