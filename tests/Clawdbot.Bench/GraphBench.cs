using System.Globalization;
using System.Text.Json;

namespace Clawdbot.Bench;

/// <summary>Measures the graphs, side by side: every round runs both sides, so that a busy machine slows both.</summary>
internal sealed class GraphBench(BenchOptions options, Action<string> progress)
{
    private static readonly string NodeFolder = Path.Combine(RepositoryLayout.BenchFolder, "node");

    public async Task<IReadOnlyList<GraphRow>> RunAsync()
    {
        if (options.WithNode && !Directory.Exists(Path.Combine(NodeFolder, "node_modules", "@pulumi", "kubernetes")))
            throw new UsageException($"'{NodeFolder}' has no installed packages. Run `npm ci --prefix tests/Clawdbot.Bench/node`, or pass --no-node.");
        var rows = new List<GraphRow>();
        foreach (var size in options.Sizes)
            rows.Add(await MeasureAsync(size));
        return rows;
    }

    private async Task<GraphRow> MeasureAsync(int size)
    {
        progress(string.Create(CultureInfo.InvariantCulture, $"{size} applications: comparing digests"));
        var (resources, digest) = await CompareDigestsAsync(size);
        var (sdk, node) = (new List<Measurement>(), new List<Measurement>());
        for (var run = 1; run <= options.Runs; run++)
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"{size} applications: run {run} of {options.Runs}"));
            sdk.Add((await RunSdkAsync(size, withDigest: false)).Measurement);
            if (options.WithNode)
                node.Add((await RunNodeAsync(size, withDigest: false)).Measurement);
        }
        var sdkFigures = Medians(sdk);
        var nodeFigures = options.WithNode ? Medians(node) : null;
        return new GraphRow(size, resources, digest, sdkFigures, nodeFigures,
            nodeFigures?.Seconds / sdkFigures.Seconds, sdkFigures.PeakMiB / nodeFigures?.PeakMiB);
    }

    private async Task<(int Resources, string Digest)> CompareDigestsAsync(int size)
    {
        var (_, ours) = await RunSdkAsync(size, withDigest: true);
        if (ours.Resources != 3 * size)
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"Our SDK planned {ours.Resources} objects for {size} applications; expected {3 * size}."));
        if (options.WithNode)
        {
            var (_, theirs) = await RunNodeAsync(size, withDigest: true);
            if ((ours.Resources, ours.Digest) != (theirs.Resources, theirs.Digest))
            {
                throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                    $"The sides planned different graphs for {size} applications: ours {ours.Resources} objects, digest {ours.Digest}; Node {theirs.Resources} objects, digest {theirs.Digest}. Graph.cs and node/graph.js must agree."));
            }
        }
        return (ours.Resources, ours.Digest!);
    }

    private static Task<(Measurement Measurement, ChildReport Report)> RunSdkAsync(int size, bool withDigest)
        => RunAsync("dotnet", [typeof(GraphBench).Assembly.Location, GraphChild.Verb, Text(size), .. withDigest ? ["digest"] : Array.Empty<string>()]);

    private static Task<(Measurement Measurement, ChildReport Report)> RunNodeAsync(int size, bool withDigest)
        => RunAsync("node", [$"--max-old-space-size={Text(BenchDefaults.NodeHeapMiB)}", "graph.js", Text(size), .. withDigest ? ["digest"] : Array.Empty<string>()]);

    private static async Task<(Measurement, ChildReport)> RunAsync(string fileName, IReadOnlyList<string> arguments)
    {
        var measurement = await MeasuredProcess.RunAsync(fileName, arguments, NodeFolder);
        var report = JsonSerializer.Deserialize<ChildReport>(measurement.StandardOutput, JsonSerializerOptions.Web)
            ?? throw new UsageException($"'{fileName}' printed no report.");
        return (measurement with { PeakKiB = report.PeakKiB }, report);
    }

    private static SideFigures Medians(List<Measurement> runs)
        => new(Statistics.Median(runs.Select(run => run.Seconds)), Statistics.Median(runs.Select(run => run.PeakKiB / 1024.0)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
