using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Aws.Kms;

/// <summary>KMS: rotation. Only symmetric keys whose material KMS made can rotate; what was encrypted before stays readable, so it is corrected.</summary>
internal sealed class KeyRotation() : ResourceRule(
    new PolicyMetadata("kms-rotation")
    {
        Title = "KMS keys rotate",
        Description = "Rotation bounds how much is encrypted with one piece of key material, and costs nobody anything: old material stays for what it encrypted.",
        Severity = PolicySeverity.Medium,
        Frameworks = [FrameworkReference.AwsFsbp("KMS.4"), AwsFrameworks.Awsguard("cmk-backing-key-rotation-enabled"), AwsFrameworks.Checkov("CKV_AWS_7")],
        Remedy = "Set enableKeyRotation to true.",
        Url = "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
    },
    AwsTypes.Key)
{
    /// <inheritdoc/>
    public override bool Remediates => true;

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        if (CanRotate(resource) && resource["enableKeyRotation"] is { Flag: not true } rotation)
        {
            report.Violation(rotation, "true");
        }
    }

    /// <inheritdoc/>
    public override PropertyValue.Map? Remediate(PolicyResource resource) =>
        CanRotate(resource) && resource["enableKeyRotation"] is { Flag: not true } rotation ? rotation.Replaced(new PropertyValue.Flag(true)) : null;

    private static bool CanRotate(PolicyResource resource) =>
        resource["customerMasterKeySpec"].Text is null or "SYMMETRIC_DEFAULT" && resource["keyUsage"].Text is null or "ENCRYPT_DECRYPT" && resource["customKeyStoreId"].IsMissing;
}
