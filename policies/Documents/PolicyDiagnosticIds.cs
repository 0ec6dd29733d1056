namespace Clawdbot.Policies.Documents;

/// <summary>Ids of the mistakes in files that the policy pack reads: CB5xxx. docs/diagnostics.md gives cause and remedy of each.</summary>
internal static class PolicyDiagnosticIds
{
    /// <summary>A file is neither YAML nor JSON.</summary>
    public const string Syntax = "CB5001";

    /// <summary>A file holds something else than Kubernetes objects, a plan or an exported state.</summary>
    public const string Shape = "CB5002";

    /// <summary>A waiver lacks something, or has a value that it cannot have.</summary>
    public const string Waiver = "CB5003";

    /// <summary>A configuration or a waiver names a rule that does not exist.</summary>
    public const string UnknownRule = "CB5004";

    /// <summary>A configuration of rules has a value that it cannot have.</summary>
    public const string Configuration = "CB5005";
}
