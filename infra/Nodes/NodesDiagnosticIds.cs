namespace Clawdbot.Infra.Nodes;

/// <summary>Diagnostic ids of clusters and nodes, CB2100 to CB2149; docs/diagnostics.md gives cause and remedy of each.</summary>
public static class NodesDiagnosticIds
{
    /// <summary>A text that is not an AWS region.</summary>
    public const string InvalidRegion = "CB2100";

    /// <summary>Availability zones that are not distinct zones of the region, or too many or too few of them.</summary>
    public const string InvalidZones = "CB2101";

    /// <summary>An address block that cannot be read, is not private, or is too small or too large.</summary>
    public const string InvalidCidr = "CB2102";

    /// <summary>A principal that is not the ARN of an IAM role or user.</summary>
    public const string InvalidPrincipal = "CB2103";

    /// <summary>An API endpoint that the whole internet could reach.</summary>
    public const string OpenToTheWorld = "CB2104";

    /// <summary>A Kubernetes version that EKS does not support, or that this project has not been checked with.</summary>
    public const string UnsupportedKubernetes = "CB2105";

    /// <summary>A cluster that nobody could administer.</summary>
    public const string NoAdministrator = "CB2106";

    /// <summary>An EC2 instance type that the catalogue does not have, or a SKU that AWS does not offer in that number.</summary>
    public const string UnknownInstanceType = "CB2107";

    /// <summary>An instance type with other GPUs, or with less processor or memory, than its servers need.</summary>
    public const string WrongInstanceType = "CB2108";

    /// <summary>A volume that EBS does not make.</summary>
    public const string InvalidVolume = "CB2109";

    /// <summary>A capacity reservation that is not named correctly, or zones that it does not cover.</summary>
    public const string InvalidReservation = "CB2110";

    /// <summary>Node counts that contradict each other or the autoscaler.</summary>
    public const string ContradictoryCounts = "CB2111";

    /// <summary>A text that is not an AWS account id.</summary>
    public const string InvalidAccount = "CB2112";

    /// <summary>Permissions for a pod that are wider than one service account should have.</summary>
    public const string BroadPermission = "CB2113";

    /// <summary>A log retention that CloudWatch does not offer.</summary>
    public const string InvalidRetention = "CB2114";

    /// <summary>A version for an add-on that is not installed, or a text that is no such version.</summary>
    public const string InvalidAddOnVersion = "CB2115";

    /// <summary>Servers that need longer to end than their nodes are given.</summary>
    public const string DrainTooLong = "CB2116";

    /// <summary>Nodes that are made by another autoscaler than the one chosen.</summary>
    public const string WrongAutoscaler = "CB2117";

    /// <summary>Two address blocks that overlap.</summary>
    public const string OverlappingCidr = "CB2118";

    /// <summary>A bucket name that S3 does not accept.</summary>
    public const string InvalidBucket = "CB2119";
}
