using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Iam;

/// <summary>
/// IAM: permissions without a limit. Reading actions on all resources are let pass, many know no resource. Policies of keys, queues and buckets are no matter of this
/// rule: there * is the thing that holds the policy. Whom a role is passed to is a matter of the rule about administrators.
/// </summary>
internal sealed class WildcardPermissions() : PolicyDocumentRule(
    new PolicyMetadata("iam-wildcard")
    {
        Title = "Permissions name their actions, and what they change",
        Description = "A permission for everything is one for whatever AWS adds, and gives an intruder in one component the whole account.",
        Severity = PolicySeverity.High,
        Frameworks =
        [
            FrameworkReference.AwsFsbp("IAM.1"), FrameworkReference.AwsFsbp("IAM.21"), FrameworkReference.AwsFsbp("KMS.1"), FrameworkReference.AwsFsbp("KMS.2"),
            AwsFrameworks.Checkov("CKV_AWS_111"),
        ],
        Remedy = "Name the actions and the ARNs that are needed, or add a Condition on tags of the resource.",
        Url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
        Settings =
        [
            new RuleSetting(Unrestricted, RuleSettingKind.Texts, "Writing actions that may be allowed on all resources without a condition, with wildcards.")
            {
                Default = AwsDefaults.UnrestrictableActions,
            },
        ],
    },
    PolicyDocument.IdentityTypes)
{
    private const string Unrestricted = "unrestrictedActions";

    /// <inheritdoc/>
    protected override IEnumerable<Property> Documents(PolicyResource resource) => PolicyDocument.OfIdentity(resource);

    /// <inheritdoc/>
    protected override void Check(PolicyStatement statement, RuleReport report)
    {
        if (!statement.IsAllow)
        {
            return;
        }

        if (statement.NotAction.Exists)
        {
            report.Violation(statement.NotAction, "an Action that names what is allowed", "An Allow with NotAction allows everything else.");
            return;
        }

        if (!statement.CoversEverything)
        {
            return;
        }

        var isConditional = statement.Conditions.Any();
        var exempt = report.Texts(Unrestricted);
        var wide = statement.Actions.FirstOrDefault(action => action.Text is { } text && !exempt.Contains(text, StringComparer.OrdinalIgnoreCase)
            && (ActionPattern.IsEverything(text) || ActionPattern.IsWholeService(text)));
        if (wide is not null)
        {
            report.Violation(wide, "the actions that are needed, when they are allowed on all resources");
            return;
        }

        Property[] writing = isConditional ? [] : [.. statement.Actions.Where(action => action.Text is { } text && IsUnlimitedWrite(text, exempt))];
        if (writing.Length > 0)
        {
            report.Violation(
                writing[0], "actions that only read, when they are allowed on all resources without a Condition",
                writing.Length > 1 ? $"{writing.Length} actions of this statement change something." : null);
        }
    }

    private static bool IsUnlimitedWrite(string action, IReadOnlyList<string> exempt) =>
        ActionPattern.MayWrite(action) && !action.Equals("iam:PassRole", StringComparison.OrdinalIgnoreCase) && !exempt.Any(pattern => ActionPattern.Matches(pattern, action));
}
