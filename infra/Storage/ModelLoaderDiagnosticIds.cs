namespace Clawdbot.Infra.Storage;

/// <summary>Diagnostic ids of <see cref="ModelLoader"/>: CB2230 to CB2249.</summary>
public static class ModelLoaderDiagnosticIds
{
    /// <summary>An address of a source that is not usable or not safe.</summary>
    public const string InvalidEndpoint = "CB2230";

    /// <summary>A bucket, region or prefix that S3 does not have.</summary>
    public const string InvalidBucket = "CB2231";

    /// <summary>A token that is missing, or that the source does not take.</summary>
    public const string TokenMismatch = "CB2232";

    /// <summary>A file pattern that matches nothing useful.</summary>
    public const string InvalidPattern = "CB2233";

    /// <summary>A block of addresses that no network policy takes.</summary>
    public const string InvalidCidr = "CB2234";
}
