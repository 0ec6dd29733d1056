using System.Collections.Immutable;
using Pulumi;

namespace Clawdbot.Stacks;

/// <summary>What a stack offers to people and programs outside of it.</summary>
/// <param name="Pools">Base URL of the OpenAI-compatible API of each pool, by pool name.</param>
/// <param name="Gateway">Base URL of the gateway, which is what clients use.</param>
/// <param name="Assistant">Where the assistant's own port is.</param>
internal sealed record Endpoints(Output<ImmutableDictionary<string, string>> Pools, Output<string> Gateway, Output<string> Assistant)
{
    /// <summary>Joins the endpoints of pools.</summary>
    internal static Output<ImmutableDictionary<string, string>> Collect(IEnumerable<(string Name, Output<string> Endpoint)> endpoints) =>
        Output.All(endpoints.Select(entry => entry.Endpoint.Apply(endpoint => KeyValuePair.Create(entry.Name, endpoint))))
            .Apply(entries => entries.ToImmutableDictionary());
}
