using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Instant queries. https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries</summary>
/// <param name="http">Connections.</param>
/// <param name="baseUrl">Base URL.</param>
internal sealed class Prometheus(HttpClient http, string baseUrl)
{
    /// <summary>The values of all series of the result.</summary>
    internal async Task<double[]> Query(string query, CancellationToken stop)
    {
        using var answer = await http.GetAsync(new Uri($"{baseUrl.TrimEnd('/')}/api/v1/query?query={Uri.EscapeDataString(query)}"), stop);
        if (!answer.IsSuccessStatusCode)
            throw new CheckException($"Prometheus answers {(int)answer.StatusCode}");
        try
        {
            var result = JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop))?["data"]?["result"] as JsonArray ?? throw new CheckException("Prometheus answers without a result");
            return [.. result.Select(series => double.Parse(series!["value"]![1]!.GetValue<string>(), CultureInfo.InvariantCulture))];
        }
        catch (Exception exception) when (exception is JsonException or FormatException or NullReferenceException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new CheckException("Prometheus answers something else than a vector");
        }
    }
}
