using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Registry;

/// <summary>ECR: scans for known flaws. Where the stack configures scanning for the whole registry, the setting of a repository does not count.</summary>
internal sealed class ImageScan() : StackRule(new PolicyMetadata("ecr-scan")
{
    Title = "Images are scanned when they are pushed",
    Description = "A scan tells of known flaws before an image runs, and costs nothing.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.AwsFsbp("ECR.1"), FrameworkReference.CisEks("5.1.1"), AwsFrameworks.Checkov("CKV_AWS_163")],
    Remedy = "Set imageScanningConfiguration to scanOnPush true, or configure scanning for the registry.",
    Url = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
})
{
    private const string Registry = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        if (stack.OfType(Registry).Any())
        {
            return;
        }

        foreach (var repository in stack.OfType(AwsTypes.Repository))
        {
            report.Part(repository, () =>
            {
                if (repository["imageScanningConfiguration"]["scanOnPush"] is { Flag: not true } scan)
                {
                    report.Violation(scan, "true");
                }
            });
        }
    }
}
