using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Clawdbot.Infra.Autoscaling;

namespace Clawdbot.Infra.Tests.Autoscaling;

/// <summary>
/// Requirement B4 on the real Prometheus query engine: up above 50, down below 10. The wishes of the two triggers are computed by promtool;
/// the rest is what a HorizontalPodAutoscaler does with them (the largest of value / threshold, rounded up, between the bounds).
/// </summary>
public sealed class QueueScalerQueriesTests
{
    [Theory]
    [InlineData(new[] { 0 }, 1)]
    [InlineData(new[] { 50 }, 1)]
    [InlineData(new[] { 51 }, 2)]
    [InlineData(new[] { 400 }, 4)]
    [InlineData(new[] { 50, 50 }, 2)]
    [InlineData(new[] { 10, 10 }, 2)]
    [InlineData(new[] { 9, 10 }, 1)]
    [InlineData(new[] { 0, 40, 0 }, 3)]
    [InlineData(new[] { 0, 29, 0 }, 1)]
    [InlineData(new[] { 60, 60, 60 }, 4)]
    public async Task A_pool_grows_above_50_stays_between_and_shrinks_below_10(int[] waiting, int expected)
    {
        var total = waiting.Sum();
        var busy = total >= 10 * waiting.Length ? waiting.Length : 0;
        await Evaluate(waiting, ("waiting", QueueScalerQueries.Waiting("qwen"), total), ("busy", QueueScalerQueries.BusyServers("qwen", 10), busy));
        var wish = Math.Max((total + 49) / 50, busy);
        Assert.Equal(expected, Math.Clamp(wish, QueueScalerDefaults.MinReplicas, QueueScalerDefaults.MaxReplicas));
    }

    [Fact]
    public Task Nobody_scraped_is_no_value_at_all_so_that_the_fallback_holds() =>
        Evaluate([], ("waiting", QueueScalerQueries.Waiting("qwen"), null), ("busy", QueueScalerQueries.BusyServers("qwen", 10), null), ("gateway", QueueScalerQueries.GatewayQueue(), null));

    /// <summary>Lets promtool compare each query with the expected value while each server of the pool, and one of another pool, waits.</summary>
    private static async Task Evaluate(int[] waiting, params (string Name, string Query, int? Expected)[] queries)
    {
        var lines = new List<string> { "rule_files: []", "evaluation_interval: 1m", "tests:", "  - interval: 1m", "    input_series:", Series("other", "pod-x", 1000) };
        lines.AddRange(waiting.Select((value, index) => Series("qwen", $"pod-{index}", value)));
        lines.Add("    promql_expr_test:");
        foreach (var (_, query, expected) in queries)
        {
            lines.Add($"      - expr: '{query}'");
            lines.Add("        eval_time: 2m");
            lines.Add(expected is { } value ? string.Create(CultureInfo.InvariantCulture, $"        exp_samples: [{{labels: '{{}}', value: {value}}}]") : "        exp_samples: []");
        }
        var file = Path.Combine(Path.GetTempPath(), $"clawdbot-scaler-{Path.GetRandomFileName()}.yaml");
        await File.WriteAllLinesAsync(file, lines);
        try
        {
            using var process = Start(file);
            var output = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Series(string pool, string pod, int value) => string.Create(CultureInfo.InvariantCulture,
        $"      - {{series: 'vllm:num_requests_waiting{{job=\"vllm\",pool=\"{pool}\",pod=\"{pod}\"}}', values: '{value}x5'}}");

    private static Process Start(string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("promtool", ["test", "rules", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("promtool is missing: apt-get install --no-install-recommends prometheus");
        }
    }
}
