namespace Clawdbot.Infra.Storage;

/// <summary>The diagnostic ids of model storage, CB2200 to CB2229; docs/diagnostics.md gives cause and remedy of each.</summary>
public static class StorageDiagnosticIds
{
    /// <summary>Fewer copies of the weights than the environment needs.</summary>
    public const string TooFewReplicas = "CB2200";

    /// <summary>More copies than nodes to keep them apart on.</summary>
    public const string TooFewStorageNodes = "CB2201";

    /// <summary>Devices of the storage nodes that hold less than the copies need.</summary>
    public const string TooLittleRawCapacity = "CB2202";

    /// <summary>More devices for each storage node than one machine runs well.</summary>
    public const string TooManyDevices = "CB2203";

    /// <summary>A device name that no kernel gives, or one that would match several devices.</summary>
    public const string InvalidDevice = "CB2204";

    /// <summary>A size that FSx for Lustre does not sell.</summary>
    public const string LustreCapacityStep = "CB2205";

    /// <summary>A throughput or a number of metadata operations that FSx for Lustre does not sell.</summary>
    public const string LustreTier = "CB2206";

    /// <summary>An identifier of an existing Lustre file system that AWS cannot have given.</summary>
    public const string InvalidLustreIdentifier = "CB2207";

    /// <summary>A bucket name that S3 refuses or that breaks its certificate.</summary>
    public const string InvalidBucketName = "CB2208";

    /// <summary>A key prefix that is no folder.</summary>
    public const string InvalidPrefix = "CB2209";

    /// <summary>Text that is not the code of an AWS region.</summary>
    public const string InvalidRegion = "CB2210";
}
