using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Generator.Tests.Providers;

/// <summary>Plays the engine: answers each resource with its inputs and remembers what came.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();

    /// <summary>Answers a call to a provider function.</summary>
    public Func<MockCallArgs, object> Answer { get; init; } = call => throw new InvalidOperationException($"no answer for {call.Token}");

    /// <summary>Runs a program and gives what it registered under a logical name.</summary>
    public static async Task<MockResourceArgs> RegisteredAsync(string name, Action program)
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, program);
        return Assert.Single(mocks._resources, resource => resource.Name == name);
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult<(string?, object)>((string.IsNullOrEmpty(args.Id) ? args.Name + "-id" : args.Id, args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(Answer(args));
}

/// <summary>Reads inputs as the engine sees them.</summary>
internal static class Inputs
{
    /// <summary>The value at a path of map keys and list positions.</summary>
    public static object At(this MockResourceArgs resource, params object[] path)
    {
        object value = resource.Inputs;
        foreach (var step in path)
        {
            value = step is int position ? ((ImmutableArray<object>)value)[position] : ((ImmutableDictionary<string, object>)value)[(string)step];
        }

        return value;
    }
}
