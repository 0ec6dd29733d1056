using System.Text.RegularExpressions;

namespace Clawdbot.Infra.Nodes;

/// <summary>The shapes of AWS names, and the ARNs that follow from them.</summary>
public static partial class AwsNames
{
    /// <summary>Whether the text looks like a region, as <c>eu-central-1</c>. Which exist is for AWS to say: new ones open each year.</summary>
    public static bool IsRegion(string text) => Region().IsMatch(text);

    /// <summary>Whether the text is the name of an availability zone of the region, as <c>eu-central-1a</c>; zone ids and local zones are not.</summary>
    public static bool IsZoneOf(string text, string region) =>
        text.Length == region.Length + 1 && text.StartsWith(region, StringComparison.Ordinal) && text[^1] is >= 'a' and <= 'z';

    /// <summary>Whether the text is the id of an account: twelve digits.</summary>
    public static bool IsAccount(string text) => Account().IsMatch(text);

    /// <summary>Whether the text is the ARN of an IAM role or user. Sessions and the account itself cannot be access entries.</summary>
    public static bool IsPrincipal(string text) => Principal().IsMatch(text);

    /// <summary>Whether the text is the id of a capacity reservation; capacity blocks are reservations too.</summary>
    public static bool IsReservation(string text) => Reservation().IsMatch(text);

    /// <summary>Whether the text is the name of a general-purpose bucket.</summary>
    public static bool IsBucket(string text) => Bucket().IsMatch(text) && !text.Contains("..", StringComparison.Ordinal);

    /// <summary>Whether the text is the name of a cluster: EKS allows more, but the name also becomes tags, a queue and log groups.</summary>
    public static bool IsCluster(string text) => Platform.KubernetesNames.IsDnsLabel(text, EksClusterDefaults.MaximumNameLength);

    /// <summary>The partition of a region: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
    public static string Partition(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (region.StartsWith("cn-", StringComparison.Ordinal))
            return "aws-cn";
        return region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";
    }

    /// <summary>ARN of a policy that AWS maintains.</summary>
    /// <param name="region">Region of the cluster.</param>
    /// <param name="policy">Name with its path, as <c>AmazonEKSWorkerNodePolicy</c>.</param>
    public static string ManagedPolicy(string region, string policy) => $"arn:{Partition(region)}:iam::aws:policy/{policy}";

    /// <summary>ARN of a policy for access entries.</summary>
    public static string AccessPolicy(string region, string policy) => $"arn:{Partition(region)}:eks::aws:cluster-access-policy/{policy}";

    /// <summary>Part of a resource name that tells principals apart: <c>role-admin</c> for <c>arn:aws:iam::123456789012:role/admin</c>.</summary>
    public static string PrincipalKey(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        var parts = arn.Split(':');
        return $"{parts[^2]}-{parts[^1].Replace('/', '-')}";
    }

    [GeneratedRegex(@"\A[a-z]{2}(-[a-z]{2,})+-[1-9]\z")]
    private static partial Regex Region();

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex Account();

    [GeneratedRegex(@"\Aarn:aws(-cn|-us-gov)?:iam::[0-9]{12}:(role|user)/[\w+=,.@/-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex Principal();

    [GeneratedRegex(@"\Acr-[0-9a-f]{17}\z")]
    private static partial Regex Reservation();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Bucket();
}
