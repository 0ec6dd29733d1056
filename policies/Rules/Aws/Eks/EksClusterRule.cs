using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Aws.Eks;

/// <summary>A rule about EKS clusters: the resource, and the component of pulumi-eks where it can be set there.</summary>
internal abstract class EksClusterRule(PolicyMetadata metadata) : ResourceRule(metadata, AwsTypes.EksCluster, AwsTypes.EksComponent)
{
    /// <inheritdoc/>
    public sealed override void Check(PolicyResource resource, RuleReport report) => Check(new EksCluster(resource), report);

    /// <summary>Checks one cluster.</summary>
    protected abstract void Check(EksCluster cluster, RuleReport report);
}
