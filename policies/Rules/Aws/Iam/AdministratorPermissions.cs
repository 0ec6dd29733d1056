using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Iam;

/// <summary>IAM: administrators, and those who can make themselves one by passing any role to a machine of theirs.</summary>
internal sealed class AdministratorPermissions() : ResourceRule(
    new PolicyMetadata("iam-administrator")
    {
        Title = "No identity of the system is an administrator",
        Description = "Who takes over a component with such a policy has the account; passing any role to a new instance or function comes to the same.",
        Severity = PolicySeverity.Critical,
        Frameworks = [FrameworkReference.AwsFsbp("IAM.1"), AwsFrameworks.Checkov("CKV_AWS_274"), AwsFrameworks.Checkov("CKV_AWS_110")],
        Remedy = "Attach a policy with the actions that are needed; for iam:PassRole name the role and iam:PassedToService.",
        Url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
        Settings = [new RuleSetting(Policies, RuleSettingKind.Texts, "Names of the AWS policies that make an administrator.") { Default = AwsDefaults.AdministratorPolicies }],
    },
    [.. PolicyDocument.IdentityTypes, .. Attachments, Exclusive])
{
    private const string Policies = "policies";

    private const string Exclusive = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive";

    private static readonly string[] Attachments =
    [
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:iam/userPolicyAttachment:UserPolicyAttachment", "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment",
    ];

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        report.Part(resource, () => report.Each(resource, Attached(resource), arn => CheckArn(arn, report)));
        if (PolicyDocument.IdentityTypes.Contains(resource.Type, StringComparer.Ordinal))
        {
            report.Each(resource, PolicyDocument.OfIdentity(resource), document =>
                report.Each(resource, PolicyDocument.Statements(document, report), statement => CheckPassRole(statement, report)));
        }
    }

    private static IEnumerable<Property> Attached(PolicyResource resource) => resource.Type switch
    {
        AwsTypes.Role => resource["managedPolicyArns"].Items,
        Exclusive => resource["policyArns"].Items,
        _ => [resource["policyArn"]],
    };

    private static void CheckArn(Property place, RuleReport report)
    {
        if (place.Text is { } arn && arn.StartsWith("arn:", StringComparison.Ordinal) && arn.Contains(":iam::aws:policy/", StringComparison.Ordinal)
            && report.Texts(Policies).Contains(arn[(arn.LastIndexOf('/') + 1)..], StringComparer.Ordinal))
        {
            report.Violation(place, "a policy with the actions that are needed");
        }
    }

    // Wider patterns, iam:* and *, are a matter of the rule about wildcards.
    private static void CheckPassRole(PolicyStatement statement, RuleReport report)
    {
        if (!statement.IsAllow || statement.Conditions.Any(condition => condition.Key.Equals("iam:PassedToService", StringComparison.OrdinalIgnoreCase)
            || condition.Key.Equals("iam:AssociatedResourceARN", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var pass = statement.Actions.FirstOrDefault(action => action.Text is { } text && ActionPattern.Matches(text, "iam:PassRole")
            && !ActionPattern.IsEverything(text) && !ActionPattern.IsWholeService(text));
        if (pass is not null && statement.Resources.FirstOrDefault(resource => resource.Text is { } text && ArnPattern.IsEveryRole(text)) is { } any)
        {
            report.Violation(any, "the ARNs of the roles that are passed", "The statement allows iam:PassRole.");
        }
    }
}
