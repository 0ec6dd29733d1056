using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi.Testing;

namespace Clawdbot.Infra.Tests.Testing;

/// <summary>An engine that accepts everything, echoes inputs as state, and remembers what it got.</summary>
public sealed class RecordingMocks : IMocks
{
    private readonly Lock _lock = new();
    private readonly List<RecordedResource> _resources = [];
    private readonly List<string> _outputKeys = [];

    /// <summary>What was registered, in name order.</summary>
    public IReadOnlyList<RecordedResource> Resources
    {
        get
        {
            lock (_lock)
                return [.. _resources.OrderBy(resource => resource.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>The keys of each RegisterOutputs call, joined.</summary>
    public IReadOnlyList<string> RegisteredOutputs
    {
        get
        {
            lock (_lock)
                return [.. _outputKeys.Order(StringComparer.Ordinal)];
        }
    }

    public RecordedResource Only(string type) => Assert.Single(Resources, resource => resource.Type == type);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_lock)
            _resources.Add(new RecordedResource(args.Type!, args.Name!, (JsonObject)ToJson(args.Inputs)!));
        var state = args.Type == "docker:index/remoteImage:RemoteImage" ? args.Inputs.SetItem("imageId", "sha256:0123") : AwsState.Of(args.Type!, args.Name!, args.Inputs);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
    }

    public Task<object> CallAsync(MockCallArgs args) => throw new InvalidOperationException($"No call expected, got {args.Token}.");

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (_lock)
            _outputKeys.Add(string.Join(",", args.Outputs.Keys.Order(StringComparer.Ordinal)));
        return Task.CompletedTask;
    }

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        double number => JsonValue.Create(number),
        ImmutableDictionary<string, object> map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, ToJson(pair.Value)))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToJson)]),
        _ => throw new InvalidOperationException($"Unexpected input of type {value.GetType()}."),
    };
}
