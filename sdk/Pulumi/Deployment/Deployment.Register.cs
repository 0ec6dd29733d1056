using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    internal void Register(Resource resource, ResourceArgs args, ResourceOptions options, Dictionary<string, OutputSlot> slots) =>
        Runner.Track(RegisterAsync(resource, args, options, slots));

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        Runner.Track(SendAsync());

        async Task SendAsync()
        {
            var urn = await resource.Urn.GetDataAsync().ConfigureAwait(false);
            var data = await outputs.GetDataAsync().ConfigureAwait(false);
            try
            {
                await _monitor.RegisterOutputsAsync(resource, urn.Value, data.Value ?? ImmutableDictionary<string, object?>.Empty)
                    .ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Runner.Report(exception, resource);
                throw;
            }
        }
    }

    private async Task RegisterAsync(Resource resource, ResourceArgs args, ResourceOptions options, Dictionary<string, OutputSlot> slots)
    {
        try
        {
            var request = await RegisterPreparation.PrepareAsync(resource, args, options).ConfigureAwait(false);
            if (request is null)
            {
                ResolveUnread(resource, slots);
                return;
            }

            var reply = options.Urn is { Length: > 0 } urn && resource.IsCustom
                ? await GetRegisteredAsync(urn).ConfigureAwait(false)
                : await _monitor.RegisterAsync(request).ConfigureAwait(false);
            Resolve(resource, request, reply, slots);
        }
        catch (Exception exception)
        {
            Runner.Report(exception, resource);
            foreach (var slot in slots.Values)
            {
                slot.Fail(exception);
            }

            throw;
        }
    }

    private void Resolve(Resource resource, RegisterRequest request, RegisterReply reply, Dictionary<string, OutputSlot> slots)
    {
        var own = ImmutableHashSet.Create(resource);
        var secretOutputs = (request.Options as CustomResourceOptions)?.AdditionalSecretOutputs ?? [];
        foreach (var (name, slot) in slots)
        {
            switch (name)
            {
                case WireNames.Urn:
                    slot.Resolve(reply.Urn, own, isSecret: false, Warn);
                    break;
                case WireNames.Id when resource.IsCustom:
                    slot.Resolve(string.IsNullOrEmpty(reply.Id) ? WireUnknown.Instance : reply.Id, own, isSecret: false, Warn);
                    break;
                default:
                    if (reply.State.TryGetValue(name, out var wire))
                    {
                        var sources = request.PropertyDependencies.TryGetValue(name, out var resources) ? own.Union(resources) : own;
                        slot.Resolve(wire, sources, secretOutputs.Contains(name), message => Warn($"{name}: {message}"));
                    }
                    else
                    {
                        slot.ResolveDefault(own, isKnown: !Identity.IsDryRun);
                    }

                    break;
            }
        }

        void Warn(string message) => Log(Severity.Warning, $"{resource.GetType().FullName}.{message}", resource);
    }

    /// <summary>A resource to be read whose id is not known yet: all that can be said of it is its URN.</summary>
    private static void ResolveUnread(Resource resource, Dictionary<string, OutputSlot> slots)
    {
        var own = ImmutableHashSet.Create(resource);
        foreach (var (name, slot) in slots)
        {
            if (name == WireNames.Urn)
            {
                slot.Resolve(WireUnknown.Instance, own, isSecret: false, _ => { });
            }
            else
            {
                slot.ResolveDefault(own, isKnown: false);
            }
        }
    }

    private async Task<RegisterReply> GetRegisteredAsync(string urn)
    {
        var args = new Dictionary<string, object?>(StringComparer.Ordinal) { [WireNames.Urn] = urn };
        var result = await _monitor.InvokeAsync(new InvokeRequest(WireNames.GetResourceToken, args, "")).ConfigureAwait(false);
        return new RegisterReply(
            result.GetValueOrDefault(WireNames.Urn) as string ?? urn,
            result.GetValueOrDefault(WireNames.Id) as string,
            result.GetValueOrDefault("state") as Dictionary<string, object?> ?? []);
    }
}
