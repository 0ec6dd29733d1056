using System.Text.Json.Nodes;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sqs;

namespace Clawdbot.Infra.Nodes;

/// <summary>What the chosen autoscaler needs from AWS: its identity, and for Karpenter a role for its nodes and a queue of interruptions.</summary>
internal static class EksAutoscaling
{
    /// <summary>Makes it.</summary>
    /// <returns>Role of the nodes that Karpenter starts; null without Karpenter.</returns>
    internal static Role? Create(string name, EksClusterSpec spec, Output<string> clusterName, ComponentResource parent)
    {
        switch (spec.Autoscaler)
        {
            case NodeAutoscaler.ClusterAutoscaler:
                _ = EksIdentities.Create($"{name}-cluster-autoscaler", spec, clusterName, EksClusterDefaults.AddOnNamespace, PlatformCharts.ClusterAutoscaler,
                    Output.Create(IamPolicy.Render(AutoscalerPolicies.ClusterAutoscaler(spec))), parent);
                return null;
            case NodeAutoscaler.Karpenter:
                return CreateKarpenter($"{name}-karpenter", spec, clusterName, parent);
            default:
                return null;
        }
    }

    private static Role CreateKarpenter(string name, EksClusterSpec spec, Output<string> clusterName, ComponentResource parent)
    {
        var nodes = EksRoles.CreateForNodes($"{name}-node-role", spec, parent);
        // Managed node groups get such an entry by themselves, nodes of Karpenter do not; hence a role of their own.
        _ = new AccessEntry($"{name}-nodes", new AccessEntryArgs { ClusterName = clusterName, PrincipalArn = nodes.Arn, Type = "EC2_LINUX" }, Child());
        var queue = new Queue($"{name}-interruptions", new QueueArgs
        {
            Name = spec.Name,
            MessageRetentionSeconds = AutoscalerDefaults.InterruptionSeconds,
            SqsManagedSseEnabled = true,
            Tags = EksTags.Of(spec.Name, $"{spec.Name}-interruptions"),
        }, Child());
        _ = new QueuePolicy($"{name}-interruptions-policy", new QueuePolicyArgs { QueueUrl = queue.Url, Policy = queue.Arn.Apply(arn => AutoscalerPolicies.Queue(spec, arn)) }, Child());
        foreach (var (key, source, detail) in AutoscalerDefaults.Interruptions)
        {
            var rule = new EventRule($"{name}-{key}", new EventRuleArgs
            {
                Description = $"{spec.Name}: {detail}",
                EventPattern = new JsonObject { ["source"] = new JsonArray(source), ["detail-type"] = new JsonArray(detail) }.ToJsonString(),
                Tags = EksTags.Of(spec.Name, $"{spec.Name}-{key}"),
            }, Child());
            _ = new EventTarget($"{name}-{key}-target", new EventTargetArgs { Rule = rule.Name, Arn = queue.Arn }, Child());
        }
        _ = EksIdentities.Create(name, spec, clusterName, EksClusterDefaults.AddOnNamespace, PlatformCharts.Karpenter,
            Output.Tuple(nodes.Arn, queue.Arn).Apply(arns => IamPolicy.Render(AutoscalerPolicies.Karpenter(spec, arns.Item1, arns.Item2))), parent);
        return nodes;

        CustomResourceOptions Child() => new() { Parent = parent };
    }
}
