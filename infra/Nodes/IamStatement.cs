using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>One statement of an IAM policy; it always allows.</summary>
/// <param name="Sid">Name of the statement, letters and digits.</param>
/// <param name="Actions">For example <c>s3:GetObject</c>.</param>
/// <param name="Resources">ARNs; empty in trust policies, which have none.</param>
public sealed record IamStatement(string Sid, ImmutableArray<string> Actions, ImmutableArray<string> Resources)
{
    /// <summary>Who may do it: <c>Service</c> or <c>AWS</c>, and the name.</summary>
    /// <value>Default: null, as in policies of a role, where it is the role itself.</value>
    public (string Kind, string Name)? Principal { get; init; }

    /// <summary>Conditions that must all hold: operator, key, values.</summary>
    /// <value>Default: none.</value>
    public ImmutableArray<(string Operator, string Key, ImmutableArray<string> Values)> Conditions { get; init; } = [];
}
