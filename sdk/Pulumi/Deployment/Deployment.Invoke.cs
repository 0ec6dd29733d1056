using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Calls a provider function; the result is unknown while an argument is.</summary>
    internal Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, bool single = false)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new(Resolve());

        async Task<OutputData<T>> Resolve()
        {
            var writer = new WireWriter();
            var wire = await writer.WriteArgsAsync(args).ConfigureAwait(false);
            var facts = new WireFacts();
            var plain = (Dictionary<string, object?>)facts.Strip(wire)!;
            if (options is InvokeOutputOptions { DependsOn: var dependsOn })
            {
                await RegisterPreparation.AddListed(writer.Dependencies, dependsOn).ConfigureAwait(false);
            }

            var isKnown = facts.IsKnown && await ExistAsync(writer.Dependencies).ConfigureAwait(false);
            var resources = writer.Dependencies.ToImmutableHashSet();
            if (!isKnown)
            {
                return new(resources, default!, false, facts.IsSecret);
            }

            var result = await _monitor.InvokeAsync(await ToRequest(token, plain, options?.Provider, options?.Parent).ConfigureAwait(false))
                .ConfigureAwait(false);
            return Read<T>(token, result, resources, facts.IsSecret, single);
        }
    }

    /// <summary>Calls a provider function with arguments that must be known.</summary>
    internal async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, bool single = false)
    {
        var data = await Invoke<T>(token, args, options, single).GetDataAsync().ConfigureAwait(false);
        return data.IsKnown ? data.Value : throw new InvalidOperationException(
            $"{token} was called with an argument that is not known yet. Use Invoke, whose result is then unknown too, instead of InvokeAsync.");
    }

    /// <summary>Calls a method of a resource.</summary>
    internal Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new(Resolve());

        async Task<OutputData<T>> Resolve()
        {
            var writer = new WireWriter();
            var wire = await writer.WriteArgsAsync(args).ConfigureAwait(false);
            if (self is not null)
            {
                wire["__self__"] = await writer.WriteAsync(self).ConfigureAwait(false);
            }

            var provider = options?.Provider ?? self?.GetProvider(token);
            var result = await _monitor.CallAsync(await ToRequest(token, wire, provider, options?.Parent).ConfigureAwait(false))
                .ConfigureAwait(false);
            return Read<T>(token, result, writer.Dependencies.ToImmutableHashSet(), isSecret: false, single: false);
        }
    }

    /// <summary>Waits for the resources; whether all of them exist, which in a preview those to be created do not.</summary>
    private static async Task<bool> ExistAsync(HashSet<Resource> dependencies)
    {
        var exist = true;
        foreach (var resource in RegisterPreparation.Expand(null, dependencies))
        {
            exist &= resource is not CustomResource custom || (await custom.Id.GetDataAsync().ConfigureAwait(false)).IsKnown;
        }

        return exist;
    }

    private static async Task<InvokeRequest> ToRequest(string token, Dictionary<string, object?> args, ProviderResource? provider, Resource? parent) =>
        new(token, args, await RegisterPreparation.ProviderReferenceAsync(provider ?? parent?.GetProvider(token)).ConfigureAwait(false));

    private static OutputData<T> Read<T>(
        string token, Dictionary<string, object?> result, ImmutableHashSet<Resource> resources, bool isSecret, bool single)
    {
        object? wire = result;
        if (single)
        {
            wire = result.Count == 1 ? result.Values.Single() : throw new InvalidOperationException(
                $"{token} gave {result.Count} values where one was expected.");
        }

        var facts = new WireFacts();
        var plain = facts.Strip(wire);
        return facts.IsKnown
            ? new(resources, (T)WireReader.For(typeof(T))(plain, token)!, true, isSecret || facts.IsSecret)
            : new(resources, default!, false, isSecret || facts.IsSecret);
    }
}
