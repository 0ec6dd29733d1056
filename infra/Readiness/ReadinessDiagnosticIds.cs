namespace Clawdbot.Infra.Readiness;

/// <summary>Diagnostic ids of <see cref="ReadinessGate"/> and <see cref="LoadTest"/>: CB2800 to CB2829.</summary>
public static class ReadinessDiagnosticIds
{
    /// <summary>A load profile that does not exist.</summary>
    public const string UnknownProfile = "CB2800";

    /// <summary>More requests at once than the gateway lets one client have.</summary>
    public const string ConcurrencyAboveGateway = "CB2801";

    /// <summary>Nothing to check: no models, pools or cards.</summary>
    public const string NothingToCheck = "CB2802";

    /// <summary>A number of etcd members that item 9 refuses.</summary>
    public const string MemberCount = "CB2803";

    /// <summary>Too few messages for the allowed share of errors to mean anything.</summary>
    public const string TooFewMessages = "CB2804";
}
