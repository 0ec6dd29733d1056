using Pulumi.Testing;

namespace Pulumi.Tests.Harness;

/// <summary>Mocks that keep what they were asked and, unless told otherwise, echo a resource's inputs as its state.</summary>
public sealed class RecordingMocks : IMocks
{
    private readonly Lock gate = new();
    private readonly List<MockResourceArgs> resources = [];
    private readonly List<MockCallArgs> calls = [];
    private readonly List<MockRegisterResourceOutputsRequest> outputs = [];

    /// <summary>Answers a registration or a read.</summary>
    public Func<MockResourceArgs, Task<(string? Id, object State)>> OnResource { get; init; }
        = args => Task.FromResult<(string?, object)>(($"{args.Name}_id", args.Inputs));

    /// <summary>Answers an invoke or a call.</summary>
    public Func<MockCallArgs, object> OnCall { get; init; } = args => args.Args;

    public IReadOnlyList<MockResourceArgs> Resources => Snapshot(resources);

    public IReadOnlyList<MockCallArgs> Calls => Snapshot(calls);

    public IReadOnlyList<MockRegisterResourceOutputsRequest> Outputs => Snapshot(outputs);

    /// <summary>What the mocks saw of the one resource with this name.</summary>
    public MockResourceArgs this[string name] => Assert.Single(Resources, resource => resource.Name == name);

    /// <summary>Mocks that answer every resource with this state.</summary>
    public static RecordingMocks Answering(object state, string? id = "id") => new()
    {
        OnResource = _ => Task.FromResult<(string?, object)>((id, state)),
    };

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Add(resources, args);
        return await OnResource(args);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Add(calls, args);
        return Task.FromResult(OnCall(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Add(outputs, args);
        return Task.CompletedTask;
    }

    private void Add<T>(List<T> list, T item)
    {
        lock (gate)
            list.Add(item);
    }

    private List<T> Snapshot<T>(List<T> list)
    {
        lock (gate)
            return [.. list];
    }
}
