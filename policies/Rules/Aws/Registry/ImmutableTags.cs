using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Registry;

/// <summary>ECR: tags that stay. Exclusions may be named, but not all tags.</summary>
internal sealed class ImmutableTags() : ResourceRule(
    new PolicyMetadata("ecr-immutable-tags")
    {
        Title = "Image tags cannot be overwritten",
        Description = "A tag that can be moved brings other code into the cluster with the next pull, without a change that anybody reviewed.",
        Severity = PolicySeverity.Medium,
        Frameworks = [FrameworkReference.AwsFsbp("ECR.2"), AwsFrameworks.Checkov("CKV_AWS_51")],
        Remedy = "Set imageTagMutability to IMMUTABLE.",
        Url = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
    },
    AwsTypes.Repository)
{
    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report)
    {
        var mutability = resource["imageTagMutability"];
        if (mutability.Text is not ("IMMUTABLE" or "IMMUTABLE_WITH_EXCLUSION"))
        {
            report.Violation(mutability, "'IMMUTABLE'");
        }
        else if (mutability.Text == "IMMUTABLE_WITH_EXCLUSION")
        {
            report.Each(resource, resource["imageTagMutabilityExclusionFilters"].Items, filter =>
            {
                if (filter["filter"] is { Text: "*" } all)
                {
                    report.Violation(all, "a pattern that some tags do not match");
                }
            });
        }
    }
}
