using System.Globalization;
using System.Text.Json;
using Clawdbot.Bench;

if (args is [GraphChild.Verb, var size, ..])
    return await GraphChild.RunAsync(int.Parse(size, CultureInfo.InvariantCulture), withDigest: args is [.., "digest"]);
if (args.Contains("--help"))
{
    Console.WriteLine(BenchOptions.Help);
    return 0;
}
try
{
    void Progress(string message) => Console.Error.WriteLine(message);
    if (RepositoryLayout.Configuration == "Debug")
        Progress("Built in Debug: the figures are not comparable. Use `dotnet run -c Release`.");
    if (args is [PolicyBench.Verb, .. var rest])
    {
        await PolicyBench.RunAsync(PolicyBenchOptions.Parse(rest), Progress);
        return 0;
    }
    var options = BenchOptions.Parse(args);
    var graphs = await new GraphBench(options, Progress).RunAsync();
    var commands = options.WithCommands ? await new CommandBench(Progress).RunAsync() : [];
    var report = new BenchReport(graphs, Growth(graphs), commands, options.WithCommands ? PlannerBench.Run() : null);
    Console.Write(options.Json ? JsonSerializer.Serialize(report, new JsonSerializerOptions(JsonSerializerOptions.Web) { WriteIndented = true }) + "\n" : ReportTable.Format(report));
    return 0;
}
catch (UsageException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}

static GrowthRow Growth(IReadOnlyList<GraphRow> graphs)
{
    var sdk = graphs.Select(row => ((double)row.Applications, row.Sdk.Seconds)).ToList();
    var node = graphs.Where(row => row.Node is not null).Select(row => ((double)row.Applications, row.Node!.Seconds)).ToList();
    return new GrowthRow(Statistics.GrowthExponent(sdk), Statistics.GrowthExponent(node),
        Statistics.GrowthExponent([.. sdk.TakeLast(2)]), Statistics.GrowthExponent([.. node.TakeLast(2)]));
}
