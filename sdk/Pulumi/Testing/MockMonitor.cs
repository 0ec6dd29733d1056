using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Hands registrations and calls to mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentIdentity identity) : IMonitor
{
    private readonly object _gate = new();
    private readonly HashSet<string> _urns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RegisterReply> _registered = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Resource>.Builder _resources = ImmutableArray.CreateBuilder<Resource>();

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_gate)
            {
                return _resources.ToImmutable();
            }
        }
    }

    public async Task<RegisterReply> RegisterAsync(RegisterRequest request)
    {
        var (type, name) = (request.Resource.GetResourceType(), request.Resource.GetResourceName());
        var prefix = request.ParentUrn.Length == 0
            ? $"urn:pulumi:{identity.Stack}::{identity.Project}::"
            : Urn.ParentPrefix(request.ParentUrn);
        var urn = $"{prefix}{type}::{name}";
        lock (_gate)
        {
            if (!_urns.Add(urn))
            {
                throw new RunException($"Duplicate resource URN '{urn}'; try giving it a unique name");
            }

            _resources.Add(request.Resource);
        }

        if (request.Resource is Stack)
        {
            return new RegisterReply(urn, null, []);
        }

        var existingId = request.ReadId ?? (request.Options as CustomResourceOptions)?.ImportId;
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = type,
            Name = name,
            Inputs = MockValues.ToInputs(request.Inputs, secrets),
            Provider = request.Provider,
            Id = existingId ?? "",
        }).ConfigureAwait(false);

        // A provider gives a secret input back as a secret output; the mocks saw it unwrapped and cannot.
        var wire = await MockValues.ToWireAsync(state).ConfigureAwait(false);
        foreach (var secret in secrets)
        {
            if (wire.TryGetValue(secret, out var value))
            {
                wire[secret] = new WireSecret(value);
            }
        }

        return _registered[urn] = new RegisterReply(urn, string.IsNullOrEmpty(id) ? existingId : id, wire);
    }

    public async Task<Dictionary<string, object?>> InvokeAsync(InvokeRequest request)
    {
        if (request.Token == WireNames.GetResourceToken)
        {
            return GetRegistered(request.Args[WireNames.Urn] as string ?? "");
        }

        var result = await mocks.CallAsync(new MockCallArgs
        {
            Token = request.Token,
            Args = MockValues.ToInputs(request.Args, []),
            Provider = request.Provider,
        }).ConfigureAwait(false);
        return await MockValues.ToWireAsync(result).ConfigureAwait(false);
    }

    private Dictionary<string, object?> GetRegistered(string urn)
    {
        var reply = _registered.GetValueOrDefault(urn) ?? throw new InvalidOperationException(
            $"Unknown resource {urn}: {nameof(ResourceOptions)}.{nameof(ResourceOptions.Urn)} must name a resource that this run has registered.");
        return new(StringComparer.Ordinal) { [WireNames.Urn] = reply.Urn, [WireNames.Id] = reply.Id, ["state"] = reply.State };
    }

    public Task<Dictionary<string, object?>> CallAsync(InvokeRequest request) => InvokeAsync(request);

    public async Task RegisterOutputsAsync(Resource resource, string urn, IDictionary<string, object?> outputs)
    {
        var shown = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (name, value) in outputs)
        {
            // A copy of the wire value, as an engine would get it; what is null is not sent.
            if (await new WireWriter().WriteAsync(value).ConfigureAwait(false) is { } wire)
            {
                shown.Add(name, MockValues.ToOutput(wire));
            }
        }

        await mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(urn, shown.ToImmutable())).ConfigureAwait(false);
    }
}
