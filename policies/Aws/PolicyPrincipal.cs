using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Aws;

/// <summary>Whom a statement is about.</summary>
/// <param name="Kind"><c>AWS</c>, <c>Service</c>, <c>Federated</c>; <c>*</c> when none is named.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record PolicyPrincipal(string Kind, Property Place)
{
    /// <summary>Whether it is everybody, in any account.</summary>
    public bool IsEverybody => Kind is "*" or "AWS" && Place.Text == "*";
}
