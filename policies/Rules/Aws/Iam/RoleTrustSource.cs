using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Iam;

/// <summary>IAM: services that take a role for somebody. Advice, because a role can only be passed within its own account.</summary>
internal sealed class RoleTrustSource() : PolicyDocumentRule(
    new PolicyMetadata("iam-trust-source")
    {
        Title = "Services take a role only on behalf of the own account",
        Description = "A service works for every customer; without the account in the trust policy, a flaw in how it keeps them apart is a flaw here.",
        Severity = PolicySeverity.Low,
        DefaultLevel = EnforcementLevel.Advisory,
        Frameworks = [AwsFrameworks.WellArchitected("SEC03-BP09")],
        Remedy = "Add a Condition on aws:SourceAccount or aws:SourceArn.",
        Url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
        Settings = [new RuleSetting(Services, RuleSettingKind.Texts, "The services that tell on whose behalf they take a role.") { Default = AwsDefaults.DeputyServices }],
    },
    AwsTypes.Role)
{
    private const string Services = "services";

    /// <inheritdoc/>
    protected override IEnumerable<Property> Documents(PolicyResource resource) => [resource["assumeRolePolicy"]];

    /// <inheritdoc/>
    protected override void Check(PolicyStatement statement, RuleReport report)
    {
        if (!statement.IsAllow || statement.Conditions.Any(condition => condition.Key.StartsWith("aws:Source", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        var services = report.Texts(Services);
        foreach (var principal in statement.Principals.Where(p => p.Kind == "Service" && p.Place.Text is { } text && services.Contains(text, StringComparer.Ordinal)))
        {
            report.Violation(principal.Place, "the service under a Condition on aws:SourceAccount or aws:SourceArn");
        }
    }
}
