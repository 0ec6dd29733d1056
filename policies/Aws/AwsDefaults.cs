namespace Clawdbot.Policies.Aws;

/// <summary>The numbers of the AWS rules that are a choice.</summary>
internal static class AwsDefaults
{
    /// <summary>Prefixes below this are everybody: /0 written in halves and quarters is still the Internet. Nobody owns more than a /8.</summary>
    public const int OwnablePrefix = 8;

    /// <summary>The same for IPv6: registries themselves hold a /12 or more; the largest carriers hold a /19.</summary>
    public const int OwnablePrefixV6 = 16;

    /// <summary>Ranges that may reach a public API endpoint are narrower than a /8.</summary>
    public const double EndpointPrefix = 9;

    /// <summary>The same for IPv6: a provider gets a /32, a large one up to a /20.</summary>
    public const int EndpointPrefixV6 = 20;

    /// <summary>Oldest Kubernetes version that EKS supports without a surcharge; 1.33 left standard support on 2026-07-29.</summary>
    public const string StandardVersion = "1.34";

    /// <summary>Oldest Kubernetes version that gets security fixes at all; extended support of 1.31 ended on 2026-11-26.</summary>
    public const string ExtendedVersion = "1.32";

    /// <summary>One hop: the answer with the node's credentials does not reach a pod's own network namespace.</summary>
    public const double HopLimit = 1;

    /// <summary>Two weeks, so that a key whose deletion nobody wanted is missed before it is gone; AWS allows 7 to 30 days.</summary>
    public const double DeletionWindow = 14;

    /// <summary>Any retention will do: how long is a matter of law and money.</summary>
    public const double RetentionDays = 1;

    /// <summary>At least half of a node group keeps serving while the rest is renewed.</summary>
    public const double UnavailablePercentage = 50;

    /// <summary>The port that may be open to everybody.</summary>
    public static readonly IReadOnlyList<string> PublicPorts = ["443"];

    /// <summary>All logs that a control plane writes.</summary>
    public static readonly IReadOnlyList<string> LogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    /// <summary>Policies of AWS that give a whole account away, or the means to take it.</summary>
    public static readonly IReadOnlyList<string> AdministratorPolicies = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];

    /// <summary>Actions that change something but know no resource, so that they can only be allowed on all.</summary>
    public static readonly IReadOnlyList<string> UnrestrictableActions =
    [
        "aws-marketplace:MeterUsage", "aws-marketplace:RegisterUsage", "cloudwatch:PutMetricData", "ec2messages:*", "ssmmessages:*",
        "ssm:UpdateInstanceInformation", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
    ];

    /// <summary>Services that take a role on behalf of whoever names it, and tell for which account. Others, such as EC2, tell nothing that a policy could ask for.</summary>
    public static readonly IReadOnlyList<string> DeputyServices =
        ["eks.amazonaws.com", "vpc-flow-logs.amazonaws.com", "scheduler.amazonaws.com", "delivery.logs.amazonaws.com", "cloudtrail.amazonaws.com", "config.amazonaws.com"];
}
