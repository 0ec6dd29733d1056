using System.Collections.Immutable;

namespace Clawdbot.Cli.Plans;

/// <summary>The resource options that change what a deployment does to existing things.</summary>
internal sealed record PlanOptions
{
    /// <summary>No option set.</summary>
    public static readonly PlanOptions None = new();

    /// <summary>Deletion is refused; inherited from the parent.</summary>
    public bool Protect { get; init; }

    /// <summary>Removal from the program leaves the real thing in place; inherited from the parent.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>A replacement deletes first; null = the provider decides.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Other URNs under which this resource may be known, sorted; includes those that follow from the parents' aliases.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Input paths whose changes are ignored, sorted.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Input paths whose changes replace, sorted.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Outputs kept secret beyond those the provider names, sorted.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>The id of the existing thing that is adopted; null = none.</summary>
    public string? Import { get; init; }

    /// <summary>The id of the existing thing that is only read, empty when known after the deployment; null = the resource is managed.</summary>
    public string? Read { get; init; }

    /// <summary>The URN of the resource whose deletion makes this one's unnecessary; null = none.</summary>
    public string? DeletedWith { get; init; }

    /// <summary>Seconds a creation may take; null = the provider's default.</summary>
    public double? CreateTimeoutSeconds { get; init; }

    /// <summary>Seconds an update may take; null = the provider's default.</summary>
    public double? UpdateTimeoutSeconds { get; init; }

    /// <summary>Seconds a deletion may take; null = the provider's default.</summary>
    public double? DeleteTimeoutSeconds { get; init; }
}
