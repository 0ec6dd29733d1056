using System.Collections;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Logical names in the order in which they were registered.</summary>
    public IReadOnlyList<string> Arrivals
    {
        get
        {
            lock (_lock)
                return [.. _resources.Select(resource => resource.Name)];
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
        var state = args.Type switch
        {
            "docker:index/remoteImage:RemoteImage" => args.Inputs.SetItem("imageId", "sha256:0123"),
            "docker:index/image:Image" => args.Inputs.SetItem("repoDigest", $"{args.Inputs["imageName"]}@sha256:{new string('a', 64)}"),
            "aws:ecr/repository:Repository" => args.Inputs.SetItem("repositoryUrl", $"123456789012.dkr.ecr.eu-central-1.amazonaws.com/{args.Inputs["name"]}"),
            // The bytes follow from the name, so that tests can tell one key from another.
            "random:index/randomBytes:RandomBytes" => args.Inputs.SetItem("base64", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(args.Name!)))),
            _ => AwsState.Of(args.Type!, args.Name!, args.Inputs),
        };
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
