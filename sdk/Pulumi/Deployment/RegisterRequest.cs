namespace Pulumi;

/// <summary>A resource as it is sent to be registered, or read where <see cref="ReadId"/> is set.</summary>
internal sealed record RegisterRequest(
    Resource Resource,
    string ParentUrn,
    string? ReadId,
    string Provider,
    Dictionary<string, object?> Inputs,
    IReadOnlyDictionary<string, IReadOnlyCollection<Resource>> PropertyDependencies,
    IReadOnlyCollection<string> Dependencies,
    IReadOnlyCollection<string> AliasUrns,
    ResourceOptions Options);
