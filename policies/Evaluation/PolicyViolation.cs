using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Evaluation;

/// <summary>A rule that is broken.</summary>
/// <param name="Rule">What the rule says of itself.</param>
/// <param name="Level">What the violation does.</param>
/// <param name="Resource">The resource that breaks it; null when it is the stack as a whole.</param>
/// <param name="Subject">How a person names the thing: the Kubernetes object, or the URN.</param>
/// <param name="Message">What, the value, what is allowed, what to do.</param>
internal sealed record PolicyViolation(PolicyMetadata Rule, EnforcementLevel Level, PolicyResource? Resource, string Subject, string Message)
{
    /// <summary>Whether it stops the deployment.</summary>
    public bool IsMandatory => Level is EnforcementLevel.Mandatory or EnforcementLevel.Remediate;

    /// <summary>The URN, or the empty string for the stack as a whole.</summary>
    public string Urn => Resource?.Urn ?? "";
}
