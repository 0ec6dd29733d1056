using System.Collections.Immutable;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Local;

/// <summary>Something that Prometheus asks.</summary>
/// <param name="Job">Value of the label <c>job</c>, which rules and dashboards go by.</param>
/// <param name="Address">Host and port in the network: <c>router:9090</c>.</param>
public sealed record LocalScrapeTarget(string Job, string Address)
{
    /// <summary>Path of the metrics.</summary>
    public string Path { get; init; } = "/metrics";

    /// <summary>Further labels of everything from there.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether the token of the assistant is presented.</summary>
    public bool WithAssistantToken { get; init; }

    /// <summary>The server of a pool, with the labels that pools have on Kubernetes.</summary>
    public static LocalScrapeTarget Of(ModelPoolSpec pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new LocalScrapeTarget("vllm", $"{pool.Name}:{VllmDefaults.Port}")
        {
            Labels = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
                [KeyValuePair.Create("gpu_sku", pool.Sku), KeyValuePair.Create("model", pool.Model.Slug), KeyValuePair.Create("pool", pool.Name)]),
        };
    }

    /// <summary>The assistant, where its plugin for metrics is on.</summary>
    public static LocalScrapeTarget Assistant { get; } = new("assistant", $"{LocalAssistantDefaults.ContainerName}:{Infra.Assistant.ClawdbotAssistantDefaults.Port}")
    {
        Path = Infra.Assistant.ClawdbotAssistantDefaults.MetricsPath,
        WithAssistantToken = true,
    };

    /// <summary>Both tiers of the gateway.</summary>
    public static ImmutableArray<LocalScrapeTarget> Gateway { get; } =
    [
        new(Infra.Gateway.GatewayDefaults.RouterJob, $"{Infra.Gateway.GatewayDefaults.RouterName}:{Infra.Gateway.GatewayDefaults.RouterStatusPort}"),
        new(Infra.Gateway.GatewayDefaults.AccessTierJob, $"{Infra.Gateway.GatewayDefaults.AccessTierName}:{Infra.Gateway.GatewayDefaults.AccessTierStatusPort}"),
    ];
}
