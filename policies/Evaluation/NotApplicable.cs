using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Evaluation;

/// <summary>A rule that could not be decided, or that concerns nothing here.</summary>
/// <param name="Rule">What the rule says of itself.</param>
/// <param name="Resource">The resource; null when it is the stack as a whole.</param>
/// <param name="Subject">How a person names the thing.</param>
/// <param name="Reason">Why, as a phrase.</param>
internal sealed record NotApplicable(PolicyMetadata Rule, PolicyResource? Resource, string Subject, string Reason)
{
    /// <summary>The URN, or the empty string for the stack as a whole.</summary>
    public string Urn => Resource?.Urn ?? "";
}
