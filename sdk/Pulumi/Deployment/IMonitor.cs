namespace Pulumi;

/// <summary>Who registers resources and calls functions: the engine, or mocks in its place.</summary>
internal interface IMonitor
{
    Task<RegisterReply> RegisterAsync(RegisterRequest request);

    Task<Dictionary<string, object?>> InvokeAsync(InvokeRequest request);

    Task<Dictionary<string, object?>> CallAsync(InvokeRequest request);

    Task RegisterOutputsAsync(Resource resource, string urn, IDictionary<string, object?> outputs);
}
