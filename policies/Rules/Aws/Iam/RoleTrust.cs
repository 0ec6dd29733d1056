using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Iam;

/// <summary>
/// IAM: who may take a role. An OIDC provider vouches for everybody it knows, a whole cluster or all of GitHub, so that the subject must be named.
/// </summary>
internal sealed class RoleTrust() : PolicyDocumentRule(
    new PolicyMetadata("iam-trust")
    {
        Title = "Roles name who may take them",
        Description = "A role that anybody may take, or every workload of a cluster or a code host, gives its permissions to strangers.",
        Severity = PolicySeverity.Critical,
        Frameworks = [AwsFrameworks.Checkov("CKV_AWS_60"), AwsFrameworks.Checkov("CKV_AWS_358"), AwsFrameworks.WellArchitected("SEC03-BP07")],
        Remedy = "Name the principals, and for an OIDC provider the subject and the audience, in the trust policy.",
        Url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
    },
    AwsTypes.Role)
{
    /// <inheritdoc/>
    protected override IEnumerable<Property> Documents(PolicyResource resource) => [resource["assumeRolePolicy"]];

    /// <inheritdoc/>
    protected override void Check(PolicyStatement statement, RuleReport report)
    {
        if (!statement.IsAllow)
        {
            return;
        }

        if (statement.NotPrincipal.Exists)
        {
            report.Violation(statement.NotPrincipal, "a Principal that names who is trusted", "An Allow with NotPrincipal trusts everybody else.");
        }

        if (statement.Everybody is { } everybody)
        {
            report.Violation(everybody.Place, "named principals, or a Condition about who asks");
        }

        if (statement.Principals.FirstOrDefault(IsOpenIdProvider) is { } provider)
        {
            CheckSubject(statement, provider.Place, report);
        }
    }

    private static bool IsOpenIdProvider(PolicyPrincipal principal) =>
        principal.Kind == "Federated" && principal.Place.Text?.Contains(":oidc-provider/", StringComparison.Ordinal) == true;

    private static void CheckSubject(PolicyStatement statement, Property provider, RuleReport report)
    {
        PolicyCondition[] subjects = [.. statement.Conditions.Where(c => c.IsPositive && c.Key.EndsWith(":sub", StringComparison.OrdinalIgnoreCase))];
        if (subjects.Length == 0)
        {
            report.Violation(provider, "the provider under a Condition on its sub");
            return;
        }

        // Several tests hold together, so one that names somebody is enough.
        Property[][] values = [.. subjects.Select(subject => PolicyStatement.Several(subject.Values).Where(value => value.Text is { } text && IsAnybody(text)).ToArray())];
        if (values.All(anybody => anybody.Length > 0))
        {
            report.Violation(values[0][0], "a subject that names a service account or a repository");
        }
    }

    // What is left of *, system:serviceaccount:*:* and repo:* names nobody.
    private static bool IsAnybody(string subject) =>
        subject.AsSpan().IndexOfAny('*', '?') >= 0 && subject.TrimEnd('*', '?', ':', '/') is "" or "system" or "system:serviceaccount" or "repo" or "project_path";
}
