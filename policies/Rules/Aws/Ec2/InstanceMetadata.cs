using System.Globalization;
using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Ec2;

/// <summary>
/// EC2: the instance metadata service. A missing hop limit is let pass, its default is one. Only the token is corrected, and only where that replaces no instance:
/// how many hops are right is configured.
/// </summary>
internal sealed class InstanceMetadata() : ResourceRule(
    new PolicyMetadata("ec2-metadata")
    {
        Title = "Instance metadata needs a token and stays on the node",
        Description = "With IMDSv1, or an answer that travels into pods, a request that an attacker can forge brings the credentials of the node.",
        Severity = PolicySeverity.High,
        Frameworks = [FrameworkReference.AwsFsbp("EC2.8"), FrameworkReference.AwsFsbp("EC2.170"), AwsFrameworks.Checkov("CKV_AWS_79"), AwsFrameworks.Checkov("CKV_AWS_341")],
        Remedy = "Set metadataOptions to httpTokens required and httpPutResponseHopLimit 1.",
        Url = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
        Settings =
        [
            new RuleSetting(HopLimit, RuleSettingKind.Number, "Largest hop limit; pods with a network of their own need 2.") { Default = AwsDefaults.HopLimit, Minimum = 1, Maximum = 64 },
        ],
    },
    AwsTypes.LaunchTemplate, AwsTypes.Instance, AwsTypes.SpotInstanceRequest, AwsTypes.LaunchConfiguration)
{
    private const string HopLimit = "maximumHopLimit";

    /// <inheritdoc/>
    public override bool Remediates => true;

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        var options = resource["metadataOptions"];
        if (IsElsewhere(resource) || options["httpEndpoint"].Text == "disabled")
        {
            return;
        }

        report.Part(resource, () =>
        {
            if (options["httpTokens"].Text != "required")
            {
                report.Violation(options["httpTokens"], "'required'");
            }
        });
        report.Part(resource, () =>
        {
            var most = report.Number(HopLimit);
            if (options["httpPutResponseHopLimit"] is { Number: { } hops } limit && hops > most)
            {
                report.Violation(limit, string.Create(CultureInfo.InvariantCulture, $"at most {most}"));
            }
        });
    }

    /// <inheritdoc/>
    public override PropertyValue.Map? Remediate(PolicyResource resource)
    {
        var options = resource["metadataOptions"];
        return resource.Type is AwsTypes.LaunchTemplate or AwsTypes.Instance && !IsElsewhere(resource) && options["httpEndpoint"].Text != "disabled"
            && options["httpTokens"] is { Text: not "required" } tokens
            ? tokens.Replaced(new PropertyValue.Text("required"))
            : null;
    }

    // An instance that says nothing itself has what its launch template says.
    private static bool IsElsewhere(PolicyResource resource) => resource["metadataOptions"].IsMissing && resource.Type != AwsTypes.LaunchTemplate && resource["launchTemplate"].Exists;
}
