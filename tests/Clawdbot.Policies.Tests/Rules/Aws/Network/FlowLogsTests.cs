using Clawdbot.Policies.Rules.Aws.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Network;

public sealed class FlowLogsTests
{
    private const string Remedy = "Declare aws:ec2/flowLog:FlowLog with vpcId and the trafficType ALL.";
    private const string Missing = $"the number of flow logs of the VPC is 0; allowed: at least 1. {Remedy}";

    private static readonly FlowLogs Rule = new();

    private static readonly Sample Log = Sample.Of("aws:ec2/flowLog:FlowLog", "{ vpcId: vpc-1, trafficType: ALL }");

    [Fact]
    public void Accepts_a_VPC_with_flow_logs() => RuleCheck.Accepts(Rule, AwsSamples.Vpc, Log);

    [Fact]
    public void Accepts_flow_logs_of_a_VPC_that_is_known_only_after_the_deployment() => RuleCheck.Accepts(Rule, AwsSamples.Vpc.Without("id"), Log.WithUnknown("vpcId"));

    [Fact]
    public void Rejects_a_VPC_without() => RuleCheck.Rejects(Rule, Missing, AwsSamples.Vpc);

    [Fact]
    public void Rejects_a_VPC_beside_another_that_has_some() =>
        RuleCheck.Rejects(Rule, Missing, AwsSamples.Vpc, Sample.Of("aws:ec2/vpc:Vpc", "id: vpc-2", "second"), Log);

    [Fact]
    public void Rejects_flow_logs_of_one_subnet() => RuleCheck.Rejects(Rule, Missing, AwsSamples.Vpc, Log.Without("vpcId").With("subnetId", "subnet-1"));

    [Fact]
    public void Rejects_what_leaves_out_the_refused() => RuleCheck.Rejects(
        Rule, $"trafficType is 'ACCEPT'; allowed: 'ALL' or 'REJECT'. What was refused is what an attack looks like. {Remedy}", AwsSamples.Vpc, Log.With("trafficType", "ACCEPT"));
}
