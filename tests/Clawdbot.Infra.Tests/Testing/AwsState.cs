using System.Collections.Immutable;

namespace Clawdbot.Infra.Tests.Testing;

/// <summary>What AWS adds to the inputs of an object.</summary>
public static class AwsState
{
    /// <summary>ARN that a recorded object has.</summary>
    public static string Arn(string name) => $"arn:test:{name}";

    internal static ImmutableDictionary<string, object> Of(string type, string name, ImmutableDictionary<string, object> inputs)
    {
        if (!type.StartsWith("aws:", StringComparison.Ordinal))
            return inputs;
        var state = inputs.ContainsKey("arn") ? inputs : inputs.SetItem("arn", Arn(name));
        if (!state.ContainsKey("name"))
            state = state.SetItem("name", $"{name}-name");
        return type switch
        {
            "aws:eks/cluster:Cluster" => state.SetItem("endpoint", "https://api.example").SetItem("certificateAuthority", Map("data", "Q0E="))
                .SetItem("vpcConfig", ((ImmutableDictionary<string, object>)inputs["vpcConfig"]).SetItem("clusterSecurityGroupId", "sg-cluster")),
            "aws:eks/nodeGroup:NodeGroup" => state.SetItem("nodeGroupName", $"{name}-group").SetItem("resources", Array(Map("autoscalingGroups", Array(Map("name", $"{name}-asg"))))),
            "aws:ec2/launchTemplate:LaunchTemplate" => state.SetItem("latestVersion", 7.0),
            "aws:kms/key:Key" => state.SetItem("keyId", $"{name}-key-id"),
            "aws:sqs/queue:Queue" => state.SetItem("url", $"https://queue/{name}"),
            _ => state,
        };
    }

    private static ImmutableDictionary<string, object> Map(string key, object value) => ImmutableDictionary<string, object>.Empty.Add(key, value);

    private static ImmutableArray<object> Array(object item) => [item];
}
