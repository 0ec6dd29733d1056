using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Nodes;

/// <summary>Writes IAM policies.</summary>
public static class IamPolicy
{
    /// <summary>The one version of the policy language in use.</summary>
    private const string Version = "2012-10-17";

    /// <summary>The policy as compact JSON, in the order given.</summary>
    public static string Render(params IEnumerable<IamStatement> statements) => new JsonObject
    {
        ["Version"] = Version,
        ["Statement"] = new JsonArray([.. statements.Select(Statement)]),
    }.ToJsonString();

    /// <summary>Trust in an AWS service, for things of this account only.</summary>
    /// <param name="service">For example <c>ec2.amazonaws.com</c>.</param>
    /// <param name="accountId">The account whose things the service acts for; null for EC2, which acts as the instance itself.</param>
    public static string Trust(string service, string? accountId) => Render(new IamStatement("AssumeByService", ["sts:AssumeRole"], [])
    {
        Principal = ("Service", service),
        Conditions = accountId is null ? [] : [("StringEquals", "aws:SourceAccount", [accountId])],
    });

    /// <summary>
    /// Trust in EKS Pod Identity, for one service account of one cluster. EKS sets these tags itself when it assumes the role.
    /// https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
    /// </summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="space">Namespace of the service account.</param>
    /// <param name="serviceAccount">The service account.</param>
    public static string PodTrust(EksClusterSpec cluster, string space, string serviceAccount)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Render(new IamStatement("AssumeByPodIdentity", ["sts:AssumeRole", "sts:TagSession"], [])
        {
            Principal = ("Service", "pods.eks.amazonaws.com"),
            Conditions =
            [
                ("StringEquals", "aws:SourceAccount", [cluster.AccountId]),
                ("StringEquals", "aws:RequestTag/eks-cluster-name", [cluster.Name]),
                ("StringEquals", "aws:RequestTag/kubernetes-namespace", [space]),
                ("StringEquals", "aws:RequestTag/kubernetes-service-account", [serviceAccount]),
            ],
        });
    }

    private static JsonObject Statement(IamStatement statement)
    {
        var result = new JsonObject { ["Sid"] = statement.Sid, ["Effect"] = "Allow" };
        if (statement.Principal is var (kind, name))
            result["Principal"] = new JsonObject { [kind] = name };
        result["Action"] = List(statement.Actions);
        if (!statement.Resources.IsEmpty)
            result["Resource"] = List(statement.Resources);
        if (!statement.Conditions.IsEmpty)
        {
            result["Condition"] = new JsonObject(statement.Conditions.GroupBy(condition => condition.Operator).Select(group =>
                KeyValuePair.Create<string, JsonNode?>(group.Key, new JsonObject(group.Select(condition =>
                    KeyValuePair.Create<string, JsonNode?>(condition.Key, condition.Values.Length == 1 ? condition.Values[0] : List(condition.Values)))))));
        }
        return result;
    }

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)value)]);
}
