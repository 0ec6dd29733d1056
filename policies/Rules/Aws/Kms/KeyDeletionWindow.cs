using System.Globalization;
using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Kms;

/// <summary>KMS: the time between deleting a key and losing it. It is 30 days when nothing is said.</summary>
internal sealed class KeyDeletionWindow() : ResourceRule(
    new PolicyMetadata("kms-deletion-window")
    {
        Title = "A deleted key can be taken back for some weeks",
        Description = "With the key everything is lost that was encrypted with it; the window is the time in which somebody can notice.",
        Severity = PolicySeverity.Medium,
        Frameworks = [FrameworkReference.AwsFsbp("KMS.3"), AwsFrameworks.WellArchitected("SEC08-BP01")],
        Remedy = "Set deletionWindowInDays to 30, or leave it out.",
        Url = "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
        Settings = [new RuleSetting(Days, RuleSettingKind.Number, "Shortest window, in days.") { Default = AwsDefaults.DeletionWindow, Minimum = 7, Maximum = 30 }],
    },
    AwsTypes.Key, AwsTypes.ReplicaKey, AwsTypes.ExternalKey)
{
    private const string Days = "minimumDays";

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        var least = report.Number(Days);
        if (resource["deletionWindowInDays"] is { Number: { } days } window && days < least)
        {
            report.Violation(window, string.Create(CultureInfo.InvariantCulture, $"{least} to 30"));
        }
    }
}
