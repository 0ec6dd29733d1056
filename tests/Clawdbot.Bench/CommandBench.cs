namespace Clawdbot.Bench;

/// <summary>Measures commands of <c>clawdbot</c>, already built, as whole processes.</summary>
internal sealed class CommandBench(Action<string> progress)
{
    public async Task<IReadOnlyList<CommandRow>> RunAsync()
    {
        var program = Path.Combine(RepositoryLayout.Root, "cli", "bin", RepositoryLayout.Configuration, "net10.0", "clawdbot.dll");
        if (!File.Exists(program))
            throw new UsageException($"'{program}' does not exist. Run `dotnet build -c {RepositoryLayout.Configuration} cli`, or pass --no-commands.");
        var rows = new List<CommandRow>();
        foreach (var command in BenchDefaults.Commands)
        {
            var runs = new List<Measurement>();
            for (var run = 1; run <= BenchDefaults.CommandRuns; run++)
            {
                progress($"clawdbot {command}: run {run} of {BenchDefaults.CommandRuns}");
                runs.Add(await MeasuredProcess.RunAsync("dotnet", [program, .. command.Split(' ')], RepositoryLayout.Root));
            }
            rows.Add(new CommandRow(
                $"clawdbot {command}", Statistics.Median(runs.Select(run => run.Seconds)), Statistics.Median(runs.Select(run => run.PeakKiB / 1024.0))));
        }
        return rows;
    }
}
