using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Account;

/// <summary>The AWS provider: which accounts it may work in. Its lists arrive as JSON texts.</summary>
internal sealed class ProviderAccount() : ResourceRule(
    new PolicyMetadata("provider-account")
    {
        Title = "The AWS provider refuses accounts that are not meant",
        Description = "With the credentials of another account in the environment, a stack would be built a second time there, or tear down what it finds.",
        Severity = PolicySeverity.Medium,
        DefaultLevel = EnforcementLevel.Advisory,
        Frameworks = [AwsFrameworks.WellArchitected("SEC01-BP01")],
        Remedy = "Name the stack's account in allowedAccountIds.",
        Url = "https://www.pulumi.com/registry/packages/aws/installation-configuration/",
    },
    "pulumi:providers:aws")
{
    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        var allowed = resource["allowedAccountIds"];
        if (!HasAny(allowed) && !HasAny(resource["forbiddenAccountIds"]))
        {
            report.Violation(allowed, "the ids of the accounts that are meant");
        }
    }

    private static bool HasAny(Property list)
    {
        if (list.IsMissing || list.IsList)
        {
            return list.Items.Any();
        }

        return list.ParseJson() is { IsList: true } parsed ? parsed.Items.Any() : list.Scalar is { Length: > 0 };
    }
}
