using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Aws;

/// <summary>IAM policies, and which resources hold them. They are JSON in a string, or an object where the provider has not yet written it.</summary>
internal static class PolicyDocument
{
    /// <summary>The resources that hold a policy of an identity: what somebody may do.</summary>
    public static readonly string[] IdentityTypes =
    [
        "aws:iam/policy:Policy", "aws:iam/rolePolicy:RolePolicy", "aws:iam/userPolicy:UserPolicy", "aws:iam/groupPolicy:GroupPolicy", AwsTypes.Role,
    ];

    /// <summary>The places of identity policies in <paramref name="resource"/>.</summary>
    public static IEnumerable<Property> OfIdentity(PolicyResource resource) =>
        resource.Type == AwsTypes.Role ? resource["inlinePolicies"].Items.Select(inline => inline["policy"]) : [resource["policy"]];

    /// <summary>The statements of the policy at <paramref name="place"/>.</summary>
    public static IReadOnlyList<PolicyStatement> Statements(Property place, RuleReport report)
    {
        if (place.IsMissing)
        {
            return [];
        }

        var document = place.IsMap ? place : place.ParseJson();
        if (document is null)
        {
            report.Undecided(place.Resource, $"{place.Path} is no JSON");
            return [];
        }

        return [.. PolicyStatement.Several(document["Statement"]).Where(statement => statement.IsMap).Select(statement => new PolicyStatement(statement))];
    }
}
