namespace Pulumi.Testing;

/// <summary>Plays the engine and its providers in a test.</summary>
public interface IMocks
{
    /// <summary>A resource is registered or read; gives its id (null leaves it unknown) and its state by wire name.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>A provider function or a resource's method is called; gives its result by wire name.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>A component or the stack says that it is complete.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
