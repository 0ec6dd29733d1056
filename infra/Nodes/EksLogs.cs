using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;

namespace Clawdbot.Infra.Nodes;

/// <summary>The logs of control plane and network: made before what writes to them, so that nothing is ever unencrypted or kept for ever.</summary>
internal sealed class EksLogs
{
    internal EksLogs(string name, EksClusterSpec spec, EksKeys keys, Vpc vpc, ComponentResource parent)
    {
        ControlPlane = Group($"{name}-control-plane-logs", spec.ControlPlaneLogGroup);
        var flows = Group($"{name}-flow-logs", spec.FlowLogGroup);
        var role = EksRoles.Create($"{name}-flow-logs-role", spec, IamPolicy.Trust("vpc-flow-logs.amazonaws.com", spec.AccountId), [], parent);
        var permission = EksRoles.Allow($"{name}-flow-logs-permission", role,
            [new IamStatement("WriteFlowLogs", ["logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents"], [spec.LogGroupArn(spec.FlowLogGroup), $"{spec.LogGroupArn(spec.FlowLogGroup)}:*"])], parent);
        _ = new FlowLog($"{name}-flow-log", new FlowLogArgs
        {
            VpcId = vpc.Id,
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogDestination = flows.Arn,
            IamRoleArn = role.Arn,
            MaxAggregationInterval = EksClusterDefaults.FlowLogSeconds,
            Tags = EksTags.Of(spec.Name, $"{spec.Name}-flow-log"),
        }, new CustomResourceOptions { Parent = parent, DependsOn = permission });

        LogGroup Group(string logicalName, string groupName) => new(logicalName, new LogGroupArgs
        {
            Name = groupName,
            KmsKeyId = keys.Logs.Arn,
            RetentionInDays = spec.LogRetentionDays,
            Tags = EksTags.Of(spec.Name, groupName),
        }, new CustomResourceOptions { Parent = parent });
    }

    /// <summary>The group that the control plane writes to.</summary>
    internal LogGroup ControlPlane { get; }
}
