using System.Globalization;
using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Logs;

/// <summary>CloudWatch: how long logs are kept. 0 is for ever; the class DELIVERY has a retention of its own.</summary>
internal sealed class LogRetention() : ResourceRule(
    new PolicyMetadata("log-retention")
    {
        Title = "Log groups say how long they keep their logs",
        Description = "Logs that are never deleted cost more each month, and hold personal data longer than anybody answers for.",
        Severity = PolicySeverity.Low,
        Frameworks = [FrameworkReference.AwsFsbp("CloudWatch.16"), AwsFrameworks.Checkov("CKV_AWS_66")],
        Remedy = "Set retentionInDays.",
        Url = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
        Settings = [new RuleSetting(Days, RuleSettingKind.Number, "Shortest retention, in days.") { Default = AwsDefaults.RetentionDays, Minimum = 1, Maximum = 3653 }],
    },
    AwsTypes.LogGroup)
{
    private const string Days = "minimumDays";

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        var least = report.Number(Days);
        if (resource["logGroupClass"].Text != "DELIVERY" && resource["retentionInDays"] is var retention && !(retention.Number >= least))
        {
            report.Violation(retention, string.Create(CultureInfo.InvariantCulture, $"{least} or more"));
        }
    }
}
