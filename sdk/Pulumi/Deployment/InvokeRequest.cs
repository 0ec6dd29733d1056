namespace Pulumi;

/// <summary>A call of a provider function or of a resource's method.</summary>
internal sealed record InvokeRequest(string Token, Dictionary<string, object?> Args, string Provider);
