namespace Clawdbot.Infra.Gateway;

/// <summary>Diagnostics of the gateway, CB2400 to CB2449. docs/diagnostics.md gives cause and remedy of each.</summary>
public static class GatewayDiagnosticIds
{
    /// <summary>An exposure that lets every address of the internet connect.</summary>
    public const string OpenToEveryone = "CB2400";

    /// <summary>Text that is no address range.</summary>
    public const string InvalidAddressRange = "CB2401";

    /// <summary>A signature algorithm that is not on the allow-list.</summary>
    public const string UnsupportedAlgorithm = "CB2402";

    /// <summary>An issuer that is not an https address.</summary>
    public const string InvalidIssuer = "CB2403";

    /// <summary>A set of client keys that cannot be used, or that holds a secret.</summary>
    public const string InvalidKeySet = "CB2404";

    /// <summary>One try at a model server that may last as long as the whole request.</summary>
    public const string TimeoutsDoNotNest = "CB2405";

    /// <summary>A fallback or an alias of a model that no pool serves.</summary>
    public const string UnknownServedModel = "CB2406";

    /// <summary>Fallbacks that lead back to where they began.</summary>
    public const string FallbackLoop = "CB2407";

    /// <summary>An alias that is the name of a served model.</summary>
    public const string AmbiguousModelName = "CB2408";

    /// <summary>Levels of the degradation ladder out of order.</summary>
    public const string LadderOrder = "CB2409";

    /// <summary>An expiry that is not a date.</summary>
    public const string InvalidExpiry = "CB2410";

    /// <summary>Limits of concurrency, queue and batch that contradict each other.</summary>
    public const string AdmissionContradiction = "CB2411";

    /// <summary>An image that has to be built, without its Dockerfile.</summary>
    public const string MissingBuildFile = "CB2412";

    /// <summary>Two pools that serve different models under one name.</summary>
    public const string DifferentModelsOneName = "CB2413";

    /// <summary>Half of a registry's credentials.</summary>
    public const string IncompleteCredentials = "CB2414";

    /// <summary>A range of replicas whose upper end is below its lower end.</summary>
    public const string ReplicaRangeReversed = "CB2415";
}
