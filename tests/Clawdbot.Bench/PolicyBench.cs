using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Clawdbot.Cli.Checks;
using Clawdbot.Cli.CommandLine;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Waivers;

namespace Clawdbot.Bench;

/// <summary>Ten rules on the same resources: this repository's pack, and a pack on the official <c>@pulumi/policy</c>. Every round runs both.</summary>
internal static class PolicyBench
{
    /// <summary>The first argument that selects it.</summary>
    public const string Verb = "policies";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private static readonly string NodeFolder = Path.Combine(RepositoryLayout.BenchFolder, "node");

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync(PolicyBenchOptions options, Action<string> progress)
    {
        var pack = Path.Combine(RepositoryLayout.Root, "policies", "bin", RepositoryLayout.Configuration, "net10.0", "clawdbot-policies.dll");
        if (!File.Exists(pack))
        {
            throw new UsageException($"'{pack}' does not exist. Run `dotnet build -c {RepositoryLayout.Configuration} policies`.");
        }

        if (!Directory.Exists(Path.Combine(NodeFolder, "node_modules", "@pulumi", "policy")))
        {
            throw new UsageException($"'{NodeFolder}' has no installed packages. Run `npm ci --prefix tests/Clawdbot.Bench/node`.");
        }

        // First, while nothing of it is compiled yet.
        progress("the full rule set on prod");
        var production = await ProductionAsync();
        var requests = PolicyPayload.Requests(options.Resources);
        var (ours, node) = (new List<PolicySide>(), new List<PolicySide>());
        var violations = 0;
        for (var run = 1; run <= options.Runs; run++)
        {
            progress(string.Create(CultureInfo.InvariantCulture, $"{options.Resources} resources: run {run} of {options.Runs}"));
            var (our, ourCounts) = await MeasureAsync("dotnet", [pack], RepositoryLayout.Root, requests, PolicyCatalogue.All.Select(rule => rule.Metadata.Id));
            var (their, theirCounts) = await MeasureAsync("node", ["index.js"], Path.Combine(NodeFolder, "policies"), requests, BenchDefaults.PolicyRules);
            if (!ourCounts.OrderBy(c => c.Key, StringComparer.Ordinal).SequenceEqual(theirCounts.OrderBy(c => c.Key, StringComparer.Ordinal)))
            {
                throw new UsageException($"The packs disagree: ours {Text(ourCounts)}; Node {Text(theirCounts)}. The rules of node/policies/index.js must be those of the pack.");
            }

            ours.Add(our);
            node.Add(their);
            violations = ourCounts.Values.Sum();
        }

        var (a, b) = (Median(ours), Median(node));
        var report = new PolicyReport(
            options.Resources, violations, a, b, a.PerSecond / b.PerSecond, a.PerSecondParallel / b.PerSecondParallel, b.WholeSeconds / a.WholeSeconds, production);
        Console.Write(options.Json ? JsonSerializer.Serialize(report, Indented) + "\n" : Format(report));
    }

    private static async Task<(PolicySide Side, Dictionary<string, int> Counts)> MeasureAsync(
        string fileName, IReadOnlyList<string> arguments, string folder, IReadOnlyList<byte[]> requests, IEnumerable<string> rules)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var whole = Stopwatch.StartNew();
        await using var pack = await PolicyPack.StartAsync(fileName, arguments, folder);
        await pack.ConfigureAsync(BenchDefaults.PolicyRules, rules.Except(BenchDefaults.PolicyRules));
        var sequential = Stopwatch.StartNew();
        foreach (var request in requests)
        {
            await pack.AnalyzeAsync(request, counts);
        }

        var (one, all) = (sequential.Elapsed, whole.Elapsed);
        var parallel = Stopwatch.StartNew();
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = BenchDefaults.PolicyParallel }, async (request, _) => await pack.AnalyzeAsync(request, []));
        parallel.Stop();
        return (new PolicySide(
            pack.StartUp.TotalSeconds, one.TotalMilliseconds / requests.Count, requests.Count / one.TotalSeconds, requests.Count / parallel.Elapsed.TotalSeconds, all.TotalSeconds, pack.PeakMiB), counts);
    }

    private static async Task<ProductionRow> ProductionAsync()
    {
        var subject = CheckSubject.Of(await ClawdbotPlanner.PlanAsync("prod"));
        var times = new List<double>();
        for (var run = 0; run <= BenchDefaults.ProductionRuns; run++)
        {
            // Anew each time: objects that a rule looked at are kept with the resource.
            var resources = subject.Resources.Select(r => new PolicyResource(r.Urn, r.Type, r.Name, (Policies.Values.PropertyValue.Map)r.Properties.Raw!) { Parent = r.Parent, Dependencies = r.Dependencies }).ToList();
            var watch = Stopwatch.StartNew();
            new PolicySession(PolicyCatalogue.All, PolicyConfiguration.Production, WaiverBook.Empty).CheckAll(new PolicyStack(resources));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return new ProductionRow(PolicyCatalogue.All.Count, subject.Resources.Count, times[0], Statistics.Median(times.Skip(1)));
    }

    private static PolicySide Median(List<PolicySide> sides) => new(
        Statistics.Median(sides.Select(s => s.StartSeconds)), Statistics.Median(sides.Select(s => s.MillisecondsPerResource)), Statistics.Median(sides.Select(s => s.PerSecond)),
        Statistics.Median(sides.Select(s => s.PerSecondParallel)), Statistics.Median(sides.Select(s => s.WholeSeconds)), Statistics.Median(sides.Select(s => s.PeakMiB)));

    private static string Format(PolicyReport report)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"{report.Resources} resources, {BenchDefaults.PolicyRules.Count} rules, {report.Violations} violations on both sides");
        Line($"{"",-14} {"start s",9} {"ms each",9} {"each/s",9} {"parallel/s",11} {"whole s",9} {"MiB",7}");
        foreach (var (name, side) in new[] { ("clawdbot", report.Ours), ("@pulumi/policy", report.Node) })
        {
            Line($"{name,-14} {side.StartSeconds,9:F2} {side.MillisecondsPerResource,9:F3} {side.PerSecond,9:F0} {side.PerSecondParallel,11:F0} {side.WholeSeconds,9:F2} {side.PeakMiB,7:F0}");
        }

        Line($"{"faster",-14} {"",9} {"",9} {report.Throughput,8:F1}x {report.ThroughputParallel,10:F1}x {report.WholeProcess,8:F1}x");
        Line($"full rule set on prod: {report.Production.Rules} rules, {report.Production.Resources} resources, first {report.Production.FirstMilliseconds:F0} ms, then {report.Production.Milliseconds:F1} ms");
        return text.ToString();
    }

    private static string Text(Dictionary<string, int> counts) => string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));
}
